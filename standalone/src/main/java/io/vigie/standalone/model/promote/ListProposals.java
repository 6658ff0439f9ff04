package io.vigie.standalone.model.promote;

import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Query;
import io.vigie.standalone.api.Role;
import io.vigie.standalone.model.ModelVersion;
import io.vigie.standalone.output.OutputFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code vigie model proposals NAME}. */
@Command(
        name = "proposals",
        description = "Lists what somebody proposed and nobody has confirmed yet, oldest first.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  vigie model proposals churn", "  vigie model proposals churn -o json"})
public final class ListProposals implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Parameters(paramLabel = "NAME", description = "The model, as churn.")
    private String name;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Proposals.print(spec.commandLine().getOut(), output.format(), open(new Api(target, Role.DATA_SCIENTIST), name));
        return 0;
    }

    /** Those that can be confirmed now. */
    static List<JsonNode> open(Api api, String name) {
        return StreamSupport.stream(
                        api.get(ModelVersion.path(name) + "/proposals", Query.none())
                                .path("items")
                                .spliterator(),
                        false)
                .toList();
    }
}
