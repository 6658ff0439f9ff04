package io.vigie.standalone.model.challenge;

import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Role;
import io.vigie.standalone.model.Decided;
import io.vigie.standalone.model.ModelVersion;
import io.vigie.standalone.model.Reason;
import io.vigie.standalone.output.OutputFormat;
import io.vigie.standalone.output.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code vigie model challenge NAME/VERSION}: lets a version score in shadow. */
@Command(
        name = "challenge",
        description = "Lets a version score in shadow: the same events, for comparison only.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Its scores are never shown as a client's risk. It takes the place of a challenger that is there.",
            "",
            "Examples:",
            "  vigie model challenge churn/2 --reason \"looks better on the newest year\""
        })
public final class ChallengeChampion implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Mixin
    private Reason reason;

    @Parameters(
            paramLabel = "NAME/VERSION",
            converter = ModelVersion.Converter.class,
            description = "The version, as churn/2.")
    private ModelVersion version;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Decided.print(
                spec.commandLine().getOut(),
                output.format(),
                new Api(target, Role.DATA_SCIENTIST)
                        .command(
                                "PUT",
                                ModelVersion.path(version.name()) + "/aliases/challenger",
                                JsonMapper.shared()
                                        .createObjectNode()
                                        .put("version", version.version())
                                        .put("reason", reason.text())));
        spec.commandLine()
                .getErr()
                .println(Terminal.safe("What it says beside the champion: ./vigie model compare " + version.name()));
        return 0;
    }
}
