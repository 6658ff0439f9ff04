package io.vigie.benchmarks;

import io.vigie.benchmarks.access.AccessCost;
import io.vigie.benchmarks.gateway.CommandsThroughGateway;
import io.vigie.benchmarks.imports.ImportedClients;
import io.vigie.benchmarks.models.EvaluatedRows;
import io.vigie.benchmarks.models.ScoringStep;
import io.vigie.benchmarks.projection.ProjectedRecords;
import io.vigie.benchmarks.relay.RelayedEvents;
import io.vigie.benchmarks.rest.CommandsOverRest;
import io.vigie.benchmarks.scoring.ScoredEvents;
import io.vigie.benchmarks.wholesystem.CommandToRisk;
import io.vigie.benchmarks.wholesystem.CommandToScreen;
import io.vigie.benchmarks.wholesystem.KilledScoring;
import io.vigie.benchmarks.wholesystem.Refusals;
import io.vigie.benchmarks.wholesystem.SystemSize;
import io.vigie.embedded.PostgresServer;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./benchmarks/run}. */
@Command(
        name = "benchmarks/run",
        description = "Measures Vigie beside its peers, warm, fsync on, in turns.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The table goes to standard output, progress to standard error, the same figures as JSON to"
                    + " benchmarks/target/benchmarks.json.",
            "Run nothing else on the machine meanwhile.",
            "",
            "Examples:",
            "  benchmarks/run                 everything, about half an hour",
            "  benchmarks/run --short rest    one measurement, only to see that it runs",
            "  benchmarks/run --profile relay with flight recordings and their hot spots"
        })
public final class Benchmarks implements Callable<Integer> {

    private static final List<Measurement> ALL = List.of(
            new CommandsOverRest(),
            new CommandsThroughGateway(),
            new ImportedClients(),
            new RelayedEvents(),
            new ScoredEvents(),
            new ScoringStep(),
            new EvaluatedRows(),
            new ProjectedRecords(),
            new AccessCost(),
            new CommandToRisk(),
            new CommandToScreen(),
            new Refusals(),
            new KilledScoring(),
            new SystemSize());

    @Parameters(paramLabel = "NAME", description = "What to measure (default: everything); see --list.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--list", description = "Tell the names and end.")
    private boolean list;

    @Option(names = "--short", description = "Few short rounds: shows that it runs, not how fast.")
    private boolean quick;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds that count.")
    private @Nullable Integer rounds;

    @Option(
            names = "--warm-ups",
            paramLabel = "N",
            description = "Rounds of each contender that don't count; more while one gets faster.")
    private @Nullable Integer warmUps;

    @Option(names = "--seconds", paramLabel = "N", description = "Length of a timed round.")
    private @Nullable Integer seconds;

    @Option(names = "--batch", paramLabel = "N", description = "Events of a counted round.")
    private @Nullable Integer batch;

    @Option(names = "--profile", description = "Record the processes and tell where their time goes.")
    private boolean profile;

    /** Ends with 0, with 1 when something could not be measured, with 3 when a target was missed. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Benchmarks()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (list) {
            ALL.forEach(measurement -> out.printf("%-12s %s%n", measurement.name(), measurement.what()));
            return 0;
        }
        for (String name : names) {
            if (ALL.stream().noneMatch(measurement -> measurement.name().equals(name))) {
                throw new CommandLine.ParameterException(
                        new CommandLine(this), "There is no measurement " + name + "; --list tells the names.");
            }
        }
        Path target = Path.of(System.getProperty("vigie.benchmarks", "benchmarks/target"))
                .toAbsolutePath();
        Report report = new Report(quick, Machine.look(target));
        for (Measurement measurement : ALL) {
            if (names.isEmpty() || names.contains(measurement.name())) {
                report.add(measurement, figures(measurement, target, report));
            }
        }
        report.print(new PrintWriter(out, true, StandardCharsets.UTF_8));
        report.write(target.resolve("benchmarks.json"));
        return report.exitCode();
    }

    private List<Figure> figures(Measurement measurement, Path target, Report report) throws Exception {
        System.err.println(measurement.name() + ": " + measurement.what());
        Path folder = target.resolve("work").resolve(measurement.name());
        Path recordings = target.resolve("recordings");
        PostgresServer.stopOrphan(folder.resolve("postgresql"));
        delete(folder);
        Files.createDirectories(folder);
        Files.createDirectories(recordings);
        Bench bench = new Bench(
                (quick ? Scale.SHORT : Scale.LONG).with(warmUps, rounds, seconds, batch),
                folder,
                profile ? Optional.of(recordings) : Optional.empty(),
                System.err);
        try {
            List<Figure> figures = measurement.measure(bench);
            if (profile) {
                HotSpots.print(recordings, measurement.name(), System.err);
            }
            return figures;
        } catch (Exception e) {
            e.printStackTrace(System.err);
            report.fail(measurement, String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private static void delete(Path folder) throws Exception {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> found = Files.walk(folder)) {
                for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
