package io.vigie.standalone.model.showmodels;

import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Query;
import io.vigie.standalone.api.Role;
import io.vigie.standalone.model.ModelVersion;
import io.vigie.standalone.output.Json;
import io.vigie.standalone.output.OutputFormat;
import io.vigie.standalone.output.OutputFormat.Format;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.JsonNode;

/** {@code vigie model show NAME[/VERSION]}. */
@Command(
        name = "show",
        description = "Shows a model with its versions and history, or one version with its inputs.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A deployment is in place once every partition of the events has swapped to it.",
            "",
            "Examples:",
            "  vigie model show churn",
            "  vigie model show churn/2",
            "  vigie model show churn/2 -o json    its card and reference point too"
        })
public final class ShowModel implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Parameters(paramLabel = "NAME[/VERSION]", description = "The model, as churn, or a version, as churn/2.")
    private String which;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        boolean isVersion = which.contains("/");
        JsonNode shown = new Api(target, Role.DATA_SCIENTIST).get(path(isVersion), Query.none());
        PrintWriter out = spec.commandLine().getOut();
        if (output.format() == Format.JSON) {
            Json.print(out, shown);
        } else if (isVersion) {
            VersionText.print(out, output.format(), shown);
        } else {
            ModelText.print(out, output.format(), shown);
        }
        return 0;
    }

    private String path(boolean isVersion) {
        try {
            return isVersion ? ModelVersion.of(which).path() : ModelVersion.path(which);
        } catch (TypeConversionException neither) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "NAME/VERSION: " + neither.getMessage() + ".", neither);
        }
    }
}
