package io.vigie.benchmarks.gateway;

import io.vigie.benchmarks.Bench;
import io.vigie.benchmarks.Figure;
import io.vigie.benchmarks.Measurement;
import io.vigie.benchmarks.process.ClassPath;
import io.vigie.benchmarks.process.JavaProgram;
import io.vigie.benchmarks.process.RunningProgram;
import io.vigie.benchmarks.rows.RawInserts;
import io.vigie.benchmarks.servers.RelayOnStandby;
import io.vigie.benchmarks.servers.Servers;
import io.vigie.benchmarks.servers.Servers.Database;
import io.vigie.benchmarks.servers.VigieProgram;
import io.vigie.benchmarks.statistics.Contest.Results;
import io.vigie.benchmarks.statistics.Target;
import io.vigie.embedded.FreePort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Eight threads each; the raw side has its bytes ready, the stock side makes the same event of the same command. */
public final class CommandsThroughGateway implements Measurement {

    private static final int THREADS = 8;
    private static final String VIGIE = "vigie";
    private static final String STANDBY = "vigie, relay elsewhere";
    private static final String RAW = "raw inserts";
    private static final String STOCK = "stock (JPA)";
    private static final String STOCK_JDBC = "stock engine on JDBC";

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public String what() {
        return "commands through the gateway, against raw inserts of the same rows and the framework's stock"
                + " configuration";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        try (Servers servers = Servers.both(bench)) {
            Database ours = servers.database("vigie_events");
            try (RunningProgram vigie = vigie(bench, servers, ours);
                    RunningProgram stock = stock(bench, servers.database("stock"), "stock", List.of());
                    RunningProgram jdbc =
                            stock(bench, servers.database("stock_jdbc"), "stock-jdbc", List.of("--stock.engine=jdbc"));
                    RelayOnStandby relay = new RelayOnStandby(ours)) {
                Object[] turn = {"single", bench.scale().round().toMillis(), THREADS};
                // Also gives the raw side its examples.
                vigie.ask("single", 200, THREADS);
                try (RunningProgram raw = RawInserts.start(bench, servers.migrated("raw", "commands"), ours)) {
                    Results results = bench.contest()
                            .with(VIGIE, () -> vigie.rate(turn))
                            .with(RAW, () -> raw.rate(turn))
                            .with(STOCK, () -> stock.rate(turn))
                            .with(STOCK_JDBC, () -> jdbc.rate(turn))
                            .run(bench.scale().warmUps(), bench.scale().rounds());
                    // Afterwards, so that it doesn't warm one side up more than the others.
                    Results elsewhere = bench.contest()
                            .with(STANDBY, () -> relay.during(() -> vigie.rate(turn)))
                            .with(RAW, () -> raw.rate(turn))
                            .with(STOCK, () -> stock.rate(turn))
                            .run(1, bench.scale().rounds());
                    return List.of(
                            new Figure("gateway ÷ stock", results.ratio(VIGIE, STOCK), "×", Target.atLeast(2)),
                            Figure.of("gateway ÷ raw inserts", results.ratio(VIGIE, RAW), "×"),
                            Figure.of("gateway ÷ stock engine on JDBC", results.ratio(VIGIE, STOCK_JDBC), "×"),
                            Figure.of("gateway", results.median(VIGIE), "commands/s"),
                            Figure.of("raw inserts", results.median(RAW), "rows/s"),
                            Figure.of("stock", results.median(STOCK), "commands/s"),
                            Figure.of("stock engine on JDBC", results.median(STOCK_JDBC), "commands/s"),
                            Figure.of(
                                    "gateway ÷ raw inserts while another instance relays",
                                    elsewhere.ratio(STANDBY, RAW),
                                    "×"),
                            Figure.of(
                                    "gateway ÷ stock while another instance relays",
                                    elsewhere.ratio(STANDBY, STOCK),
                                    "×"));
                }
            }
        }
    }

    private static RunningProgram vigie(Bench bench, Servers servers, Database database)
            throws IOException, InterruptedException {
        return bench.start(new JavaProgram(
                        "gateway",
                        VigieProgram.classPath("command-service").withOwnClasses(),
                        VigieGateway.class.getName(),
                        List.of("-Xmx256m"),
                        VigieProgram.commandArguments(bench, servers, FreePort.find(), database),
                        VigieProgram.secrets(servers, database)))
                .awaitReady();
    }

    private static RunningProgram stock(Bench bench, Database database, String name, List<String> more)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.main.web-application-type=none",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.jpa.hibernate.ddl-auto=create",
                "--axon.update-check.disabled=true"));
        arguments.addAll(more);
        return bench.start(new JavaProgram(
                        name,
                        ClassPath.own()
                                .without(
                                        "command-service",
                                        "query-service",
                                        "web-",
                                        "access-",
                                        "spring-security",
                                        "spring-boot-security",
                                        "embedded-",
                                        "kafka",
                                        "spring-kafka",
                                        "spring-boot-kafka",
                                        "flyway",
                                        "spring-boot-flyway",
                                        "springdoc",
                                        "spring-boot-actuator",
                                        "spring-boot-micrometer",
                                        "spring-boot-health"),
                        StockGateway.class.getName(),
                        List.of("-Xmx256m"),
                        arguments,
                        Map.of("SPRING_DATASOURCE_PASSWORD", database.password())))
                .awaitReady();
    }
}
