package io.vigie.benchmarks.rest;

import io.vigie.benchmarks.Bench;
import io.vigie.benchmarks.Figure;
import io.vigie.benchmarks.Measurement;
import io.vigie.benchmarks.clients.SampleClient;
import io.vigie.benchmarks.load.Busy;
import io.vigie.benchmarks.load.Credentials;
import io.vigie.benchmarks.load.HttpConnection;
import io.vigie.benchmarks.process.JavaProgram;
import io.vigie.benchmarks.process.RunningProgram;
import io.vigie.benchmarks.servers.RelayOnStandby;
import io.vigie.benchmarks.servers.Servers;
import io.vigie.benchmarks.servers.Servers.Database;
import io.vigie.benchmarks.servers.VigieProgram;
import io.vigie.benchmarks.statistics.Contest.Results;
import io.vigie.benchmarks.statistics.Target;
import io.vigie.embedded.FreePort;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The same JSON to both, 8 connections. */
public final class CommandsOverRest implements Measurement {

    private static final int CONNECTIONS = 8;
    private static final String VIGIE = "vigie";
    private static final String STANDBY = "vigie, relay elsewhere";
    private static final String BARE = "bare POST";

    private final AtomicLong next = new AtomicLong();

    @Override
    public String name() {
        return "rest";
    }

    @Override
    public String what() {
        return "commands over REST at 8 connections, against a bare POST that inserts the same rows for everybody";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        try (Servers servers = Servers.both(bench)) {
            Database ours = servers.database("vigie_events");
            Database bare = servers.migrated("bare", "commands");
            try (VigieProgram vigie = VigieProgram.commandService(bench, servers, ours);
                    RelayOnStandby relay = new RelayOnStandby(ours);
                    BareServer peer = BareServer.start(bench, bare)) {
                Results results = bench.contest()
                        .with(VIGIE, () -> posts(bench, () -> vigie.connection(Credentials.AGENCY_MANAGER)))
                        .with(BARE, () -> posts(bench, () -> new HttpConnection(peer.port())))
                        .run(bench.scale().warmUps(), bench.scale().rounds());
                // Afterwards, so that it doesn't warm one side up more than the other.
                Results elsewhere = bench.contest()
                        .with(
                                STANDBY,
                                () -> relay.during(
                                        () -> posts(bench, () -> vigie.connection(Credentials.AGENCY_MANAGER))))
                        .with(BARE, () -> posts(bench, () -> new HttpConnection(peer.port())))
                        .run(1, bench.scale().rounds());
                return List.of(
                        new Figure(
                                "commands over REST ÷ bare POST",
                                results.ratio(VIGIE, BARE),
                                "×",
                                Target.atLeast(0.65)),
                        Figure.of("commands over REST", results.median(VIGIE), "commands/s"),
                        Figure.of("bare POST", results.median(BARE), "requests/s"),
                        Figure.of("ratio while another instance relays", elsewhere.ratio(STANDBY, BARE), "×"),
                        Figure.of("commands while another instance relays", elsewhere.median(STANDBY), "commands/s"));
            }
        }
    }

    private double posts(Bench bench, Supplier<HttpConnection> connect) throws Exception {
        List<HttpConnection> connections =
                Stream.generate(connect).limit(CONNECTIONS).toList();
        try {
            return Busy.loops(
                            connections.stream()
                                    .<Busy.Step>map(connection -> () -> post(connection))
                                    .toList(),
                            bench.scale().round())
                    .perSecond();
        } finally {
            for (HttpConnection connection : connections) {
                connection.close();
            }
        }
    }

    private void post(HttpConnection connection) throws IOException {
        String body = new SampleClient(next.incrementAndGet()).json();
        HttpConnection.Answer answer = connection.post("/api/clients", "application/json", body);
        if (answer.status() != 201) {
            throw new IOException("answered " + answer);
        }
    }

    private record BareServer(RunningProgram program, int port) implements AutoCloseable {

        static BareServer start(Bench bench, Database database) throws IOException, InterruptedException {
            int port = FreePort.find();
            RunningProgram program = bench.start(JavaProgram.of(
                    "bare-post",
                    VigieProgram.classPath("command-service")
                            .without(
                                    "command-service",
                                    "web-",
                                    "access-",
                                    "spring-security",
                                    "spring-boot-security",
                                    "axon-",
                                    "flyway",
                                    "spring-kafka",
                                    "spring-boot-kafka",
                                    "spring-boot-flyway",
                                    "spring-boot-actuator",
                                    "spring-boot-micrometer",
                                    "spring-boot-health",
                                    "springdoc",
                                    "kafka-")
                            .withOwnClasses(),
                    BarePost.class,
                    "--server.port=" + port,
                    "--server.address=127.0.0.1",
                    "--spring.datasource.url=" + database.url(),
                    "--spring.datasource.username=" + database.user(),
                    "--spring.datasource.password=" + database.password(),
                    "--spring.datasource.hikari.maximum-pool-size=16"));
            awaitOpen(program, port);
            return new BareServer(program, port);
        }

        private static void awaitOpen(RunningProgram program, int port) throws IOException, InterruptedException {
            while (true) {
                try (HttpConnection connection = new HttpConnection(port)) {
                    connection.get("/");
                    return;
                } catch (IOException notYet) {
                    if (!program.isAlive()) {
                        throw new IOException("the bare POST did not start: see " + program.log(), notYet);
                    }
                    Thread.sleep(100);
                }
            }
        }

        @Override
        public void close() {
            program.close();
        }
    }
}
