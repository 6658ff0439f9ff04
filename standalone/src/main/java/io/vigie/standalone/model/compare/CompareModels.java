package io.vigie.standalone.model.compare;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Query;
import io.vigie.standalone.api.Role;
import io.vigie.standalone.model.ModelVersion;
import io.vigie.standalone.output.Json;
import io.vigie.standalone.output.OutputFormat;
import io.vigie.standalone.output.OutputFormat.Format;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code vigie model compare NAME}: the champion beside its challenger. */
@Command(
        name = "compare",
        description = "Compares the scores of the champion and of its challenger.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Over the clients that both have scored. Agreement is the share of them in the same band. Outcomes are of",
            "clients that have left since; there are none while these are too few to say anything.",
            "",
            "Examples:",
            "  vigie model compare churn",
            "  vigie model compare churn --limit 200 -o csv    the largest disagreements",
            "  vigie model compare churn -o json               the scatter too"
        })
public final class CompareModels implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Parameters(paramLabel = "NAME", description = "The model, as churn.")
    private String name;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "At most so many disagreements, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (limit < 1 || limit > 1_000) {
            throw new Refusal("--limit takes a number from 1 to 1000.", 2, null);
        }
        JsonNode comparison = new Api(target, Role.AGENCY_MANAGER)
                .get(ModelVersion.path(name) + "/comparison", Query.none().with("limit", limit));
        if (output.format() == Format.JSON) {
            Json.print(spec.commandLine().getOut(), comparison);
        } else {
            ComparisonText.print(spec.commandLine().getOut(), output.format(), comparison);
        }
        return 0;
    }
}
