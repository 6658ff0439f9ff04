package io.vigie.standalone.model.changes;

import static io.vigie.standalone.clients.RiskText.inPercent;
import static io.vigie.standalone.clients.RiskText.text;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.Target;
import io.vigie.standalone.model.ModelVersion;
import io.vigie.standalone.output.Json;
import io.vigie.standalone.output.OutputFormat;
import io.vigie.standalone.output.OutputFormat.Format;
import io.vigie.standalone.output.Rows;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code vigie model changes NAME/VERSION}: which clients would change band if it were champion. */
@Command(
        name = "changes",
        description = "Shows which clients would change band if a version were champion, the largest difference first.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Every active client's last features are scored by the version; nothing is kept of it. Risks are probabilities",
            "in per cent.",
            "",
            "Examples:",
            "  vigie model changes churn/2",
            "  vigie model changes churn/2 --limit 1000 -o csv"
        })
public final class ListChanges implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Parameters(
            paramLabel = "NAME/VERSION",
            converter = ModelVersion.Converter.class,
            description = "The version, as churn/2.")
    private ModelVersion version;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "At most so many clients, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (limit < 1 || limit > 1_000) {
            throw new Refusal("--limit takes a number from 1 to 1000.", 2, null);
        }
        BandChanges changes = BandChanges.of(target, version, limit);
        JsonNode answer = changes.answer();
        PrintWriter out = spec.commandLine().getOut();
        if (output.format() == Format.JSON) {
            Json.print(out, answer);
            return 0;
        }
        if (output.format() == Format.TABLE) {
            out.println(changes.sentence());
            out.println();
            changes.fromTo().print(out, Format.TABLE);
            out.println();
        }
        clients(answer).print(out, output.format());
        return 0;
    }

    private static Rows clients(JsonNode answer) {
        Rows rows = new Rows("client", "name", "company", "risk now", "risk then", "band now", "band then");
        for (JsonNode client : answer.path("items")) {
            rows.add(
                    text(client, "clientId"),
                    text(client, "name"),
                    text(client, "company"),
                    inPercent(client.path("before")),
                    inPercent(client.path("after")),
                    text(client, "bandBefore"),
                    text(client, "bandAfter"));
        }
        return rows;
    }
}
