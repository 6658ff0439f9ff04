package io.vigie.standalone.supervisor;

import io.vigie.standalone.supervisor.JavaPart.Program;
import io.vigie.standalone.supervisor.PostgresPart.DatabaseAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The six parts of one system, with what each is told at its start. */
final class Parts {

    private final DataFolder folder;
    private final Ports ports;
    private final Installation installation;
    private final PostgresPart postgresql;

    Parts(DataFolder folder, Ports ports, Installation installation) {
        this.folder = folder;
        this.ports = ports;
        this.installation = installation;
        this.postgresql = new PostgresPart(folder, ports.of(PartName.POSTGRESQL));
    }

    /** What everything else needs. */
    List<Part> foundation() {
        return List.of(postgresql, java(PartName.KAFKA, this::kafka));
    }

    /** What stands on the foundation. */
    List<Part> services() {
        return List.of(
                java(
                        PartName.COMMAND_SERVICE,
                        () -> service(
                                PartName.COMMAND_SERVICE, "io.vigie.command.CommandService", "256m", "vigie_events")),
                java(
                        PartName.SCORING_STREAMS,
                        () -> service(PartName.SCORING_STREAMS, "io.vigie.scoring.ScoringStreams", "256m", null)),
                java(
                        PartName.QUERY_SERVICE,
                        () -> service(PartName.QUERY_SERVICE, "io.vigie.query.QueryService", "256m", "vigie_views")),
                java(PartName.EDGE, this::edge));
    }

    private Part java(PartName name, Supplier<Program> program) {
        int port = ports.of(name);
        return new JavaPart(name, port, folder, program, () -> Health.serves(name, port), installation.archives());
    }

    private Program kafka() {
        return new Program(
                "io.vigie.embedded.KafkaMain",
                installation.ownClassPath(),
                List.of("-Xms64m", "-Xmx320m"),
                List.of(
                        folder.kafka().toString(),
                        Integer.toString(ports.of(PartName.KAFKA)),
                        Integer.toString(ports.ofController())),
                Map.of());
    }

    private Program edge() {
        return new Program(
                "io.vigie.standalone.edge.Edge",
                installation.ownClassPath(),
                List.of(
                        "-Xmx64m",
                        "-Dvigie.edge.port=" + ports.of(PartName.EDGE),
                        "-Dvigie.edge.command-service=" + address(PartName.COMMAND_SERVICE),
                        "-Dvigie.edge.query-service=" + address(PartName.QUERY_SERVICE),
                        "-Dvigie.edge.scoring-streams=" + address(PartName.SCORING_STREAMS)),
                List.of(),
                Map.of());
    }

    private Program service(PartName name, String mainClass, String heap, @Nullable String database) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + ports.of(name),
                "--server.address=127.0.0.1",
                "--spring.kafka.bootstrap-servers=127.0.0.1:" + ports.of(PartName.KAFKA),
                "--vigie.state-directory=" + folder.streams(),
                // There is one of each on this broker, so the next process of that name is the same one started again.
                "--vigie.query.instance=" + name,
                "--spring.config.additional-location=optional:file:" + folder.settings()));
        Map<String, String> environment = Map.of();
        if (database != null) {
            DatabaseAccess access = postgresql.access(database);
            arguments.add("--spring.datasource.url=" + access.url());
            arguments.add("--spring.datasource.username=" + access.user());
            environment = Map.of("SPRING_DATASOURCE_PASSWORD", access.password());
        }
        return new Program(
                mainClass, installation.classPath(name), List.of("-Xms96m", "-Xmx" + heap), arguments, environment);
    }

    private String address(PartName name) {
        return "http://127.0.0.1:" + ports.of(name);
    }
}
