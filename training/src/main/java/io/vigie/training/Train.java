package io.vigie.training;

import io.vigie.training.fit.Engine;
import io.vigie.training.judge.Capacity;
import io.vigie.training.prepare.Columns;
import io.vigie.training.readdata.CsvFile;
import io.vigie.training.report.Report;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vigie train}: fits several models to rows whose outcome is known, and says which to take. */
@Command(
        name = "vigie train",
        description = "Fits five kinds of model to a CSV file, judges them honestly, writes them as PMML.",
        mixinStandardHelpOptions = true,
        version = "vigie 0.1.0",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:refused or failed, one sentence on stderr says why", "2:usage"},
        footer = {
            "",
            "Columns that identify somebody, dates and free text are left out; the report says which and why.",
            "",
            "Examples:",
            "  vigie train --data customer_churn.csv --out churn-models",
            "  vigie train --data customer_churn.csv --out first-look --quick",
            "  vigie train --data @events --as-of 2026-06-30 --out until-june",
            "  vigie train --data payments.csv --target isFraud --name fraud --drop step --capacity 0.01 --out fraud-models",
            "  vigie train --data large.csv --master spark://host:7077 --out models"
        })
public final class Train implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "FILE|@events",
            required = true,
            description =
                    "A CSV file in UTF-8 with a header, or @events: the clients of a running system, with nothing that came"
                            + " after the outcome (@events:DIR for another data folder than ./data).")
    private Path data;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "With @events: a day (UTC, not included) or a moment; what came later is left out (default: now).")
    private @Nullable String asOf;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the report and the models go.")
    private Path out;

    @Option(
            names = "--target",
            paramLabel = "COLUMN",
            defaultValue = "Churn",
            description = "What is to be foretold: 0/1, no/yes or false/true (default: ${DEFAULT-VALUE}).")
    private String target;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "churn",
            description =
                    "Name of the model: at most 40 lower-case letters, digits, hyphens (default: ${DEFAULT-VALUE}).")
    private String name;

    @Option(names = "--drop", paramLabel = "COLUMN", split = ",", description = "Don't learn from these columns.")
    private List<String> drop = List.of();

    @Option(
            names = "--keep",
            paramLabel = "COLUMN",
            split = ",",
            description = "Learn from these columns though they look as if they identified somebody.")
    private List<String> keep = List.of();

    @Option(
            names = "--unit",
            paramLabel = "COLUMN=UNIT",
            description =
                    "In what a column is counted, for report, model cards and reasons in words: --unit Age=years.")
    private Map<String, String> units = Map.of();

    @Option(
            names = "--folds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Parts of each cross-validation, 3 to 20 (default: ${DEFAULT-VALUE}).")
    private int folds;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often the rows are cut anew, 1 to 50 (default: ${DEFAULT-VALUE}).")
    private int repeats;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "The same seed gives the same folds and models (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--capacity",
            paramLabel = "SHARE|COUNT",
            description = "How many rows the team can look after: 40, 0.1 or 10%% (default: as many as are positive).")
    private @Nullable String capacity;

    @Mixin
    private Cluster cluster;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who trains, for the model cards (default: the system's user).")
    private String by;

    @Option(names = "--quick", description = "One repeat of three folds and small grids, to try a file out.")
    private boolean quick;

    @Option(names = "--overwrite", description = "Replace results of before in DIR.")
    private boolean overwrite;

    /** The script tells which system the rows of the file come from. */
    @Option(names = "--events", paramLabel = "DIR", hidden = true)
    private @Nullable String events;

    /** The script asks this before it reads the events of a system, which may be many. */
    @Option(names = "--only-check", hidden = true)
    private boolean onlyCheck;

    @Spec
    private CommandSpec spec;

    private final Clock clock;

    Train(Clock clock) {
        this.clock = clock;
    }

    /** Runs and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine(Clock.systemUTC()).execute(args));
    }

    static CommandLine commandLine(Clock clock) {
        return new CommandLine(new Train(clock))
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setUsageHelpAutoWidth(true)
                // Else @events would be a file of arguments wherever there is one called events.
                .setExpandAtFiles(false)
                .setExecutionExceptionHandler(Outcome::tell);
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = settings();
        if (!onlyCheck) {
            mustBeFile();
        }
        Engine.mustSuitThisJava();
        Engine.mustReach(settings.master());
        OutFolder folder = OutFolder.prepare(out, overwrite);
        if (onlyCheck) {
            folder.abandon();
            return 0;
        }
        boolean done = false;
        try {
            Report report = new Training(settings, clock).run(rows(), folder);
            done = true;
            folder.complete();
            Outcome.print(report, out, spec.commandLine());
            NextStep.print(report, out, events, spec.commandLine());
        } finally {
            if (!done) {
                folder.abandon();
            }
        }
        return 0;
    }

    private Settings settings() {
        // What the registry of models takes: a refusal by it would come after hours of fitting.
        if (!name.matches("[a-z][a-z0-9-]{0,39}")) {
            throw usage("--name takes 1 to 40 lower-case letters, digits and hyphens, beginning with a letter.");
        }
        if (folds < 3 || folds > 20) {
            throw usage("--folds takes a number from 3 to 20.");
        }
        if (repeats < 1 || repeats > 50) {
            throw usage("--repeats takes a number from 1 to 50.");
        }
        Capacity places;
        try {
            places = capacity == null ? null : Capacity.parse(capacity);
        } catch (IllegalArgumentException fault) {
            throw usage("--capacity: " + fault.getMessage() + ".");
        }
        return new Settings(
                name,
                target,
                new Columns(Set.copyOf(drop), Set.copyOf(keep), Map.copyOf(units)),
                quick ? 3 : folds,
                quick ? 1 : repeats,
                seed,
                quick,
                places,
                cluster.master(),
                cluster.patience(),
                by);
    }

    private CsvFile rows() {
        if (events == null) {
            return new CsvFile(data);
        }
        return new CsvFile(data, "clients of the system in " + events + " before " + asOf);
    }

    /** The script that starts this program puts a file in the place of events, and says of which system and moment. */
    private void mustBeFile() {
        if ((asOf == null) != (events == null)) {
            throw usage("--as-of goes with --data @events; the rows of a file are taken as they are.");
        }
        if (data.toString().startsWith("@events")) {
            throw usage("--data @events needs the script: ./vigie train --data @events.");
        }
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
