package io.vigie.standalone.model.rollback;

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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code vigie model rollback NAME}: the champion before the present one is champion again. */
@Command(
        name = "rollback",
        description = "Makes the champion before the present one champion again, at once.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "It needs no second person, and every client is scored anew. Done twice it goes back two champions.",
            "",
            "Examples:",
            "  vigie model rollback churn --reason \"every second client is at risk since noon\""
        })
public final class RollBackModel implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Mixin
    private Reason reason;

    @Parameters(paramLabel = "NAME", description = "The model, as churn.")
    private String name;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        JsonNode answer = new Api(target, Role.DATA_SCIENTIST)
                .command(
                        "POST",
                        ModelVersion.path(name) + "/rollback",
                        JsonMapper.shared().createObjectNode().put("reason", reason.text()));
        Decided.print(spec.commandLine().getOut(), output.format(), answer);
        spec.commandLine()
                .getErr()
                .println(Terminal.safe(name + "/" + answer.path("version").asInt(0)
                        + " is champion again; whether every partition scores with it: ./vigie model show " + name));
        return 0;
    }
}
