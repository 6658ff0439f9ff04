package io.vigie.standalone.model.evaluate;

import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Role;
import io.vigie.standalone.model.ModelVersion;
import io.vigie.standalone.output.OutputFormat;
import io.vigie.standalone.output.Terminal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigie model evaluate NAME/VERSION}: what a version says of records, without any effect. */
@Command(
        name = "evaluate",
        description = "Says what a version makes of the rows of a CSV file, or of one record.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Of a file, each row comes back with the outputs behind its own columns and, where a row can't be evaluated,",
            "the reason in the last column: then the verb ends with 3. Other rows aren't affected. The file that --out names",
            "is there only when it is complete.",
            "",
            "Examples:",
            "  vigie model evaluate churn/2 clients.csv --out scored.csv",
            "  vigie model evaluate churn/2 --record '{\"Age\": 40, \"Num_Sites\": 12}'",
            "  vigie model evaluate churn/2 --record '{\"Age\": 40, \"Num_Sites\": 12}' --explain --language fr",
            "  vigie model evaluate churn/2 --record '{\"Age\": 40, \"Num_Sites\": 12}' --background typical.json"
        })
public final class EvaluateModel implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Parameters(
            index = "0",
            paramLabel = "NAME/VERSION",
            converter = ModelVersion.Converter.class,
            description = "The version, as churn/2.")
    private ModelVersion version;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE.csv",
            description = "Rows with a header that names the model's inputs; other columns are passed through.")
    private @Nullable Path file;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the rows go (default: stdout).")
    private @Nullable Path out;

    @Option(names = "--record", paramLabel = "JSON", description = "One record, as {\"Age\": 40}.")
    private @Nullable String record;

    @Option(names = "--explain", description = "With --record: which input brought how much, and the same in words.")
    private boolean explain;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "Of the words of --explain and --background: en or fr (default: en).")
    private @Nullable Language language;

    @Option(
            names = "--background",
            paramLabel = "FILE.json",
            description =
                    "With --record: explain against the average of these records, a JSON array of 1 to 100 objects.")
    private @Nullable Path background;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        refuseWhatDoesNotGoTogether();
        Api api = new Api(target, Role.DATA_SCIENTIST);
        String path = version.path() + "/evaluations";
        PrintWriter stdout = spec.commandLine().getOut();
        if (record != null) {
            new OneRecord(api, path).evaluate(question(record), stdout, output.format());
            return 0;
        }
        FileRows rows = new FileRows(api, path, Objects.requireNonNull(file));
        FileRows.Counts counts = out == null ? rows.evaluateTo(stdout) : rows.evaluateTo(out);
        PrintWriter err = spec.commandLine().getErr();
        if (counts.problems() == 0) {
            return 0;
        }
        err.println(counts.problems() + " of " + counts.rows() + " rows can't be evaluated; the last column"
                + (out == null ? "" : " of " + Terminal.safe(out.toString())) + " says why");
        return 3;
    }

    private OneRecord.Question question(String typed) {
        return new OneRecord.Question(typed, explain, background, (language == null ? Language.EN : language).locale());
    }

    private void refuseWhatDoesNotGoTogether() {
        if ((file == null) == (record == null)) {
            throw usage("Name a CSV file, or a record with --record.");
        }
        if ((explain || background != null) && record == null) {
            throw usage("--explain and --background go with --record.");
        }
        if (language != null && !explain && background == null) {
            throw usage("--language goes with --explain or --background.");
        }
        if (out != null && record != null) {
            throw usage("--out goes with a CSV file.");
        }
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
