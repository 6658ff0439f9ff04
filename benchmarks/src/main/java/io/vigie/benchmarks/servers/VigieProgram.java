package io.vigie.benchmarks.servers;

import io.vigie.benchmarks.Bench;
import io.vigie.benchmarks.load.Credentials;
import io.vigie.benchmarks.load.HttpConnection;
import io.vigie.benchmarks.process.ClassPath;
import io.vigie.benchmarks.process.JavaProgram;
import io.vigie.benchmarks.process.RunningProgram;
import io.vigie.benchmarks.servers.Servers.Database;
import io.vigie.embedded.FreePort;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of Vigie's services as the distribution starts it. */
public final class VigieProgram implements AutoCloseable {

    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private final RunningProgram program;
    private final Credentials credentials;
    private final int port;

    private VigieProgram(RunningProgram program, Credentials credentials, int port) {
        this.program = program;
        this.credentials = credentials;
        this.port = port;
    }

    /**
     * Starts it and waits until it says that it is well.
     *
     * @param options for its JVM beyond those of all
     */
    public static VigieProgram start(
            Bench bench, Servers servers, String name, String mainClass, @Nullable Database database, String... options)
            throws IOException, InterruptedException {
        int port = FreePort.find();
        JavaProgram program = new JavaProgram(
                name,
                classPath(name),
                mainClass,
                Stream.concat(Stream.of("-Xmx256m"), Arrays.stream(options)).toList(),
                arguments(bench, servers, port, database),
                database == null ? Map.of() : secrets(servers, database));
        return start(bench, servers, program, port);
    }

    /** The command-service. */
    public static VigieProgram commandService(Bench bench, Servers servers, Database database)
            throws IOException, InterruptedException {
        int port = FreePort.find();
        JavaProgram program = new JavaProgram(
                "command-service",
                classPath("command-service"),
                "io.vigie.command.CommandService",
                List.of("-Xmx256m"),
                commandArguments(bench, servers, port, database),
                secrets(servers, database));
        return start(bench, servers, program, port);
    }

    /** Starts what is one of Vigie's services with something changed, and waits until it says that it is well. */
    public static VigieProgram start(Bench bench, Servers servers, JavaProgram program, int port)
            throws IOException, InterruptedException {
        VigieProgram started = new VigieProgram(bench.start(program), servers.credentials(), port);
        started.awaitHealthy();
        return started;
    }

    /** The arguments of a service. */
    public static List<String> arguments(Bench bench, Servers servers, int port, @Nullable Database database) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--spring.kafka.bootstrap-servers=" + servers.bootstrapServers(),
                // All load is of one account, which as a rule may not ask that often.
                "--vigie.access.requests-per-second=1000000",
                "--vigie.state-directory=" + bench.folder().resolve("streams")));
        if (database == null) {
            // Knows nobody, as nothing is asked but its health.
            arguments.add("--vigie.access.operators=" + "0".repeat(64));
        } else {
            arguments.add("--spring.datasource.url=" + database.url());
            arguments.add("--spring.datasource.username=" + database.user());
            arguments.add("--vigie.access.database.url=" + servers.access().url());
            arguments.add("--vigie.access.database.username=" + servers.access().user());
        }
        return arguments;
    }

    /** The arguments of the command-service, which keeps the accounts and makes the first tokens. */
    public static List<String> commandArguments(Bench bench, Servers servers, int port, Database database) {
        List<String> arguments = arguments(bench, servers, port, database);
        arguments.add("--vigie.access.database.migrate=true");
        arguments.add("--vigie.access.credentials=" + servers.credentials().file());
        return arguments;
    }

    /** What a service has to know and nobody may read in the list of processes. */
    public static Map<String, String> secrets(Servers servers, Database database) {
        return Map.of(
                "SPRING_DATASOURCE_PASSWORD",
                database.password(),
                "VIGIE_ACCESS_DATABASE_PASSWORD",
                servers.access().password());
    }

    /** What the distribution has for a service. */
    public static ClassPath classPath(String service) {
        return ClassPath.below(home().resolve("services").resolve(service));
    }

    /** The distribution. */
    public static Path home() {
        return Path.of(System.getProperty("vigie.home", "standalone/target/vigie"))
                .toAbsolutePath();
    }

    /** To it, in that role. */
    public HttpConnection connection(String role) {
        return credentials.connection(port, role);
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    public boolean isAlive() {
        return program.isAlive();
    }

    /** What its process has had of the processors so far. */
    public Duration processorTime() {
        return program.processorTime();
    }

    private void awaitHealthy() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!isHealthy()) {
            if (!program.isAlive() || System.nanoTime() > deadline) {
                program.close();
                throw new IOException("a service did not start: see " + program.log());
            }
            Thread.sleep(100);
        }
    }

    private boolean isHealthy() {
        try (HttpConnection connection = new HttpConnection(port)) {
            return connection.get("/actuator/health").status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
