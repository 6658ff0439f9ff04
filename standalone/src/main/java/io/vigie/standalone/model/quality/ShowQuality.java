package io.vigie.standalone.model.quality;

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

/** {@code vigie model quality NAME/VERSION}: what became of the scores of a version. */
@Command(
        name = "quality",
        description = "Shows what became of the scores that a version gave as champion: who left, who stayed.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Of each client the first score of each month is judged: it left when it did so within a year after the score (or",
            "whatever vigie.watching.horizon says), it stayed when the year is over without. Intervals are at 95 %%, as wide",
            "as if each client had been scored once.",
            "",
            "Examples:",
            "  vigie model quality churn/1",
            "  vigie model quality churn/1 --months 36 --window 3    quarter by quarter over three years",
            "  vigie model quality churn/1 -o csv                    the months only"
        })
public final class ShowQuality implements Callable<Integer> {

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
            names = "--months",
            paramLabel = "N",
            defaultValue = "12",
            description = "Of so many months of scores, 1 to 120 (default: ${DEFAULT-VALUE}).")
    private int months;

    @Option(
            names = "--window",
            paramLabel = "N",
            defaultValue = "12",
            description = "Each month's figures are of so many months up to it, 1 to 36 (default: ${DEFAULT-VALUE}).")
    private int window;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (months < 1 || months > 120) {
            throw new Refusal("--months takes a number from 1 to 120.", 2, null);
        }
        if (window < 1 || window > 36) {
            throw new Refusal("--window takes a number from 1 to 36.", 2, null);
        }
        JsonNode quality = new Api(target, Role.AGENCY_MANAGER)
                .get(
                        version.path() + "/quality",
                        Query.none().with("months", months).with("window", window));
        if (output.format() == Format.JSON) {
            Json.print(spec.commandLine().getOut(), quality);
        } else {
            QualityText.print(spec.commandLine().getOut(), output.format(), quality);
        }
        return 0;
    }
}
