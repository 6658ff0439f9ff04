package io.vigie.standalone.model.showmodels;

import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Query;
import io.vigie.standalone.api.Role;
import io.vigie.standalone.model.Decided;
import io.vigie.standalone.output.Json;
import io.vigie.standalone.output.OutputFormat;
import io.vigie.standalone.output.OutputFormat.Format;
import io.vigie.standalone.output.Rows;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code vigie model list}. */
@Command(
        name = "list",
        description = "Lists the models with their champion and challenger.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  vigie model list", "  vigie model list -o json"})
public final class ListModels implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<JsonNode> models =
                new Api(target, Role.DATA_SCIENTIST).items("/api/models", Query.none(), Integer.MAX_VALUE);
        if (output.format() == Format.JSON) {
            Json.print(spec.commandLine().getOut(), models);
            return 0;
        }
        Rows rows = new Rows("model", "champion", "challenger", "versions", "latest", "revision");
        for (JsonNode model : models) {
            rows.add(
                    model.path("name").asString(""),
                    Decided.number(model.path("champion")),
                    Decided.number(model.path("challenger")),
                    Decided.number(model.path("versions")),
                    Decided.number(model.path("latest")),
                    Decided.number(model.path("revision")));
        }
        rows.print(spec.commandLine().getOut(), output.format());
        return 0;
    }
}
