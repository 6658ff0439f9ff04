package io.vigie.standalone.supervisor;

import io.vigie.embedded.KafkaMain;
import io.vigie.standalone.brokeraccess.BrokerAccount;
import io.vigie.standalone.brokeraccess.GrantAccess;
import io.vigie.standalone.supervisor.JavaPart.Program;
import io.vigie.standalone.supervisor.PostgresPart.Database;
import io.vigie.standalone.supervisor.PostgresPart.DatabaseAccess;
import io.vigie.standalone.supervisor.Secrets.Account;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The six parts of one system, with what each is told at its start. */
final class Parts {

    private static final int FEW_PROCESSORS = 4;

    /**
     * Four times Java's own thresholds: the optimising compiler otherwise takes a third of a processor from all parts for the
     * first minutes, most of it for code that soon counts for nothing. The edge does without it altogether.
     */
    private static final List<String> LATE_TO_OPTIMISE = List.of(
            "-XX:Tier4InvocationThreshold=20000",
            "-XX:Tier4MinInvocationThreshold=2400",
            "-XX:Tier4CompileThreshold=60000",
            "-XX:Tier4BackEdgeThreshold=160000");

    private final DataFolder folder;
    private final Ports ports;
    private final Installation installation;
    private final Secrets secrets;
    private final PostgresPart postgresql;

    Parts(DataFolder folder, Ports ports, Installation installation) {
        this.folder = folder;
        this.ports = ports;
        this.installation = installation;
        this.secrets = Secrets.of(folder);
        this.postgresql = new PostgresPart(folder, ports.of(PartName.POSTGRESQL), secrets);
    }

    /** What everything else needs. */
    List<Part> foundation() {
        return List.of(postgresql, java(PartName.KAFKA, this::kafka));
    }

    /** Lets the services in where the foundation runs. */
    void grantAccess() {
        Map<BrokerAccount, String> passwords = new EnumMap<>(BrokerAccount.class);
        for (BrokerAccount account : BrokerAccount.values()) {
            passwords.put(account, secrets.of(account));
        }
        GrantAccess.grant(broker(), secrets.of(Account.KAFKA_BROKER), passwords);
    }

    /** What stands on the foundation. */
    List<Part> services() {
        return List.of(
                java(
                        PartName.COMMAND_SERVICE,
                        () -> service(
                                PartName.COMMAND_SERVICE,
                                "io.vigie.command.CommandService",
                                BrokerAccount.COMMAND_SERVICE,
                                Database.VIGIE_EVENTS),
                        () -> postgresql.endMigration(Database.VIGIE_EVENTS)),
                java(
                        PartName.SCORING_STREAMS,
                        () -> service(
                                PartName.SCORING_STREAMS,
                                "io.vigie.scoring.ScoringStreams",
                                BrokerAccount.SCORING_STREAMS,
                                null)),
                java(
                        PartName.QUERY_SERVICE,
                        () -> service(
                                PartName.QUERY_SERVICE,
                                "io.vigie.query.QueryService",
                                BrokerAccount.QUERY_SERVICE,
                                Database.VIGIE_VIEWS),
                        () -> postgresql.endMigration(Database.VIGIE_VIEWS)),
                java(PartName.EDGE, this::edge));
    }

    private Part java(PartName name, Supplier<Program> program) {
        return java(name, program, () -> true);
    }

    private Part java(PartName name, Supplier<Program> program, BooleanSupplier settled) {
        int port = ports.of(name);
        return new JavaPart(
                name,
                port,
                folder,
                program,
                () -> Health.serves(name, port) && settled.getAsBoolean(),
                installation.archives());
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
                Map.of(KafkaMain.PASSWORD, secrets.of(Account.KAFKA_BROKER)));
    }

    private Program edge() {
        return new Program(
                "io.vigie.standalone.edge.Edge",
                installation.ownClassPath(),
                onFewProcessors(
                        List.of("-XX:TieredStopAtLevel=1"),
                        "-Xmx64m",
                        "-Dvigie.edge.port=" + ports.of(PartName.EDGE),
                        "-Dvigie.edge.command-service=" + address(PartName.COMMAND_SERVICE),
                        "-Dvigie.edge.query-service=" + address(PartName.QUERY_SERVICE),
                        "-Dvigie.edge.scoring-streams=" + address(PartName.SCORING_STREAMS)),
                List.of(),
                isForOtherMachines()
                        ? Map.of("VIGIE_EDGE_OPERATOR_TOKEN", secrets.operator().text())
                        : Map.of());
    }

    /** Then the edge asks first whether the password of the first start was changed. */
    private static boolean isForOtherMachines() {
        return System.getenv("VIGIE_EDGE_ADDRESS") != null || System.getenv("VIGIE_EDGE_TRUSTED_PROXIES") != null;
    }

    private Program service(PartName name, String mainClass, BrokerAccount account, @Nullable Database database) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + ports.of(name),
                "--server.address=127.0.0.1",
                "--spring.kafka.bootstrap-servers=" + broker(),
                "--vigie.state-directory=" + folder.streams(),
                // There is one of each on this broker, so the next process of that name is the same one started again.
                "--vigie.query.instance=" + name,
                "--spring.config.additional-location=optional:file:" + folder.settings()));
        Map<String, String> environment = new HashMap<>();
        account.signIn(secrets.of(account))
                .forEach((setting, value) -> environment.put(
                        "SPRING_KAFKA_PROPERTIES_"
                                + setting.toUpperCase(Locale.ROOT).replace('.', '_'),
                        value));
        if (database != null) {
            DatabaseAccess access = postgresql.access(database);
            arguments.add("--spring.datasource.url=" + access.url());
            arguments.add("--spring.datasource.username=" + access.user());
            environment.put("SPRING_DATASOURCE_PASSWORD", access.password());
            DatabaseAccess owner = postgresql.toMigrate(database);
            arguments.add("--spring.flyway.user=" + owner.user());
            environment.put("SPRING_FLYWAY_PASSWORD", owner.password());
            DatabaseAccess known = postgresql.access(Database.VIGIE_ACCESS, database);
            arguments.add("--vigie.access.database.url=" + known.url());
            arguments.add("--vigie.access.database.username=" + known.user());
            environment.put("VIGIE_ACCESS_DATABASE_PASSWORD", known.password());
            if (name == PartName.COMMAND_SERVICE) {
                arguments.add("--vigie.access.database.migrate=true");
                arguments.add("--vigie.access.database.owner.username=" + owner.user());
                environment.put("VIGIE_ACCESS_DATABASE_OWNER_PASSWORD", owner.password());
                arguments.add("--vigie.access.database.readers=" + Database.VIGIE_VIEWS.role());
                arguments.add("--vigie.access.credentials=" + folder.credentials());
            }
        }
        environment.put("VIGIE_ACCESS_OPERATORS", secrets.operator().hash());
        return new Program(
                mainClass,
                installation.classPath(name),
                name == PartName.QUERY_SERVICE
                        ? onFewProcessors(LATE_TO_OPTIMISE, "-Xms96m", "-Xmx320m")
                        : List.of("-Xms96m", "-Xmx320m"),
                arguments,
                environment);
    }

    private static List<String> onFewProcessors(List<String> there, String... everywhere) {
        List<String> all = new ArrayList<>(List.of(everywhere));
        if (Runtime.getRuntime().availableProcessors() <= FEW_PROCESSORS) {
            all.addAll(there);
        }
        return all;
    }

    private String broker() {
        return "127.0.0.1:" + ports.of(PartName.KAFKA);
    }

    private String address(PartName name) {
        return "http://127.0.0.1:" + ports.of(name);
    }
}
