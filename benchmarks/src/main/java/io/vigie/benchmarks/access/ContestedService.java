package io.vigie.benchmarks.access;

import io.vigie.benchmarks.Bench;
import io.vigie.benchmarks.process.ClassPath;
import io.vigie.benchmarks.process.JavaProgram;
import io.vigie.benchmarks.servers.Servers;
import io.vigie.benchmarks.servers.Servers.Database;
import io.vigie.benchmarks.servers.VigieProgram;
import io.vigie.embedded.FreePort;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A service as it is shipped, or the same one without access. */
record ContestedService(VigieProgram program, int port) implements AutoCloseable {

    /** On a store of its own; nothing relays, for what that costs is the same on both sides. */
    static ContestedService commands(Bench bench, Servers servers, boolean asShipped)
            throws IOException, InterruptedException {
        Database store = servers.database(asShipped ? "vigie_events" : "vigie_events_open");
        int port = FreePort.find();
        // Both keep accounts: decisions about models need them.
        List<String> arguments = VigieProgram.commandArguments(bench, servers, port, store);
        arguments.add("--vigie.relay.enabled=false");
        return start(
                bench,
                servers,
                "command-service",
                "io.vigie.command.CommandService",
                asShipped,
                store,
                arguments,
                port);
    }

    /** Both sides read the same views. */
    static ContestedService queries(Bench bench, Servers servers, Database views, boolean asShipped)
            throws IOException, InterruptedException {
        int port = FreePort.find();
        List<String> arguments = VigieProgram.arguments(bench, servers, port, views);
        return start(bench, servers, "query-service", "io.vigie.query.QueryService", asShipped, views, arguments, port);
    }

    private static ContestedService start(
            Bench bench,
            Servers servers,
            String service,
            String mainClass,
            boolean asShipped,
            Database database,
            List<String> arguments,
            int port)
            throws IOException, InterruptedException {
        ClassPath shipped = VigieProgram.classPath(service);
        List<String> told = new ArrayList<>(arguments);
        if (!asShipped) {
            told.add(0, mainClass);
            told.add(LetIn.EXCLUDED);
        }
        JavaProgram program = new JavaProgram(
                asShipped ? service : service + "-open",
                asShipped ? shipped : shipped.withOwnClasses(),
                asShipped ? mainClass : WithoutAccess.class.getName(),
                List.of("-Xmx256m"),
                told,
                VigieProgram.secrets(servers, database));
        return new ContestedService(VigieProgram.start(bench, servers, program, port), port);
    }

    /** What its process has had of the processors so far. */
    Duration processorTime() {
        return program.processorTime();
    }

    @Override
    public void close() {
        program.close();
    }
}
