package io.vigie.standalone.assign;

import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Role;
import io.vigie.standalone.output.OutputFormat;
import io.vigie.standalone.output.Rows;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code vigie assign CLIENT MANAGER}: gives a client an account manager. */
@Command(
        name = "assign",
        description = "Gives a client an account manager.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "An account manager without a free place, or a client that left, is refused.",
            "",
            "Examples:",
            "  vigie assign demo-0001 am-1",
            "  vigie assign demo-0001 am-1 --reason \"knows the company\""
        })
public final class Assign implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Parameters(paramLabel = "CLIENT", description = "The client's id.")
    private String client;

    @Parameters(paramLabel = "MANAGER", description = "The account manager's id.")
    private String manager;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the history.")
    private @Nullable String reason;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("accountManagerId", manager);
        if (reason != null) {
            body.put("reason", reason);
        }
        JsonNode answer = new Api(target, Role.AGENCY_MANAGER)
                .command("PUT", "/api/clients/" + Api.segment(client) + "/account-manager", body);
        Rows rows = new Rows("clientId", "accountManagerId", "version", "consistencyToken");
        rows.add(
                answer.path("clientId").asString(""),
                manager,
                answer.path("version").asLong(0),
                answer.path("consistencyToken").asString(""));
        rows.print(spec.commandLine().getOut(), output.format());
        return 0;
    }
}
