package io.vigie.standalone.managers;

import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Query;
import io.vigie.standalone.api.Role;
import io.vigie.standalone.output.Json;
import io.vigie.standalone.output.OutputFormat;
import io.vigie.standalone.output.OutputFormat.Format;
import io.vigie.standalone.output.Rows;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code vigie managers}: lists account managers. */
@Command(
        name = "managers",
        description = "Lists account managers: capacity, load, and what is at risk with them.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  vigie managers", "  vigie managers -o csv"})
public final class Managers implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<JsonNode> managers =
                new Api(target, Role.AGENCY_MANAGER).items("/api/account-managers", Query.none(), Integer.MAX_VALUE);
        if (output.format() == Format.JSON) {
            Json.print(spec.commandLine().getOut(), managers);
            return 0;
        }
        Rows rows = new Rows("manager", "name", "status", "capacity", "load", "at risk", "value at risk");
        for (JsonNode manager : managers) {
            rows.add(
                    manager.path("accountManagerId").asString(""),
                    manager.path("name").asString(""),
                    manager.path("status").asString(""),
                    manager.path("capacity").asInt(0),
                    manager.path("load").asInt(0),
                    manager.path("atRisk").asInt(0),
                    manager.path("valueAtRisk").decimalValue(BigDecimal.ZERO).toPlainString());
        }
        rows.print(spec.commandLine().getOut(), output.format());
        return 0;
    }
}
