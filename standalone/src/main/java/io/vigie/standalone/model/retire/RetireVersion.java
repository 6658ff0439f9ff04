package io.vigie.standalone.model.retire;

import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Role;
import io.vigie.standalone.model.Decided;
import io.vigie.standalone.model.ModelVersion;
import io.vigie.standalone.model.Reason;
import io.vigie.standalone.output.OutputFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code vigie model retire NAME/VERSION}. */
@Command(
        name = "retire",
        description = "Takes a version out of use: it gets no part any more.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "What it scored stays explained. A challenger that retires scores in shadow no longer; the champion can't.",
            "It can't be taken back.",
            "",
            "Examples:",
            "  vigie model retire churn/2 --reason \"fitted on a wrong column\""
        })
public final class RetireVersion implements Callable<Integer> {

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
                                "POST",
                                version.path() + "/retirement",
                                JsonMapper.shared().createObjectNode().put("reason", reason.text())));
        return 0;
    }
}
