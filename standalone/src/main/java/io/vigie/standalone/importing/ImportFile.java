package io.vigie.standalone.importing;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Role;
import io.vigie.standalone.output.Json;
import io.vigie.standalone.output.OutputFormat;
import io.vigie.standalone.output.OutputFormat.Format;
import io.vigie.standalone.output.Rows;
import io.vigie.standalone.output.Terminal;
import io.vigie.standalone.supervisor.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code vigie import FILE}: registers the clients of a CSV file. */
@Command(
        name = "import",
        description = "Imports clients from a CSV file with the columns of the public churn file.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Rows that were rejected go to FILE.errors.csv with line, column and reason, and the verb ends with 3.",
            "Importing a file again is safe: clients that are registered already count as duplicates. An import goes on",
            "when this command is interrupted; the same command then watches it again.",
            "",
            "Examples:",
            "  vigie import customer_churn.csv",
            "  vigie import customer_churn.csv -o json"
        })
public final class ImportFile implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Parameters(paramLabel = "FILE", description = "The CSV file, at most 200 MB.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Refusal("There is no file to read at " + Terminal.safe(file.toString()) + ".");
        }
        Api api = new Api(target, Role.AGENCY_MANAGER);
        Unfinished unfinished = new Unfinished(new DataFolder(target.data()), file);
        Watching watching = new Watching(api);
        String id = unfinished.find(api::get).orElseGet(() -> Upload.of(api, file));
        unfinished.remember(id);
        JsonNode report = watching.untilFinished(id);
        long rejected = report.path("rejected").asLong(0);
        Path errors = file.resolveSibling(file.getFileName() + ".errors.csv");
        if (rejected > 0) {
            new ErrorsFile(file, errors).write(api, id);
            spec.commandLine()
                    .getErr()
                    .println(rejected + " rows were rejected; " + Terminal.safe(errors.toString()) + " says why");
        }
        unfinished.forget();
        print(report);
        if (report.path("state").asString("").equals("failed")) {
            throw new Refusal(
                    Terminal.safe("The import failed: " + report.path("failure").asString("no reason was given")));
        }
        return rejected > 0 ? 3 : 0;
    }

    private void print(JsonNode report) {
        if (output.format() == Format.JSON) {
            Json.print(spec.commandLine().getOut(), report);
            return;
        }
        Rows rows = new Rows("import", "rows", "accepted", "duplicate", "rejected", "conflicts", "warnings");
        rows.add(
                report.path("importId").asString(""),
                report.path("total").asLong(0),
                report.path("accepted").asLong(0),
                report.path("duplicate").asLong(0),
                report.path("rejected").asLong(0),
                report.path("conflicts").asLong(0),
                report.path("warnings").asLong(0));
        rows.print(spec.commandLine().getOut(), output.format());
    }
}
