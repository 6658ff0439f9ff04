package io.vigie.standalone.account;

import static io.vigie.standalone.clients.RiskText.text;

import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Query;
import io.vigie.standalone.api.Role;
import io.vigie.standalone.output.Json;
import io.vigie.standalone.output.OutputFormat;
import io.vigie.standalone.output.OutputFormat.Format;
import io.vigie.standalone.output.Rows;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code vigie account list}. */
@Command(
        name = "list",
        description = "Lists all accounts, those that were removed too.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  vigie account list", "  vigie account list -o csv"})
final class ListAccounts implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        JsonNode accounts = new Api(target, Role.ADMINISTRATOR)
                .get("/api/accounts", Query.none())
                .path("items");
        if (output.format() == Format.JSON) {
            Json.print(spec.commandLine().getOut(), accounts);
            return 0;
        }
        Rows rows = new Rows("account", "roles", "account manager", "created at", "removed at");
        for (JsonNode account : accounts) {
            rows.add(
                    text(account, "accountId"),
                    StreamSupport.stream(account.path("roles").spliterator(), false)
                            .map(role -> role.asString(""))
                            .collect(Collectors.joining(" ")),
                    text(account, "accountManagerId"),
                    text(account, "createdAt"),
                    text(account, "disabledAt"));
        }
        rows.print(spec.commandLine().getOut(), output.format());
        return 0;
    }
}
