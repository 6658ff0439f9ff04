package io.vigie.standalone.client;

import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Query;
import io.vigie.standalone.api.Role;
import io.vigie.standalone.clients.RiskText;
import io.vigie.standalone.output.Json;
import io.vigie.standalone.output.OutputFormat;
import io.vigie.standalone.output.OutputFormat.Format;
import io.vigie.standalone.output.Rows;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code vigie client ID}: shows one client. */
@Command(
        name = "client",
        description = "Shows one client with its risk and the reasons.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  vigie client demo-0001", "  vigie client demo-0001 -o json"})
public final class ShowClient implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Parameters(paramLabel = "ID", description = "The client's id.")
    private String id;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        JsonNode client = new Api(target, Role.AGENCY_MANAGER).get("/api/clients/" + Api.segment(id), Query.none());
        if (output.format() == Format.JSON) {
            Json.print(spec.commandLine().getOut(), client);
            return 0;
        }
        Rows rows = new Rows("field", "value");
        client.properties().stream()
                .filter(field -> !field.getValue().isContainer()
                        && !field.getKey().equals("accountManager")
                        && !field.getKey().equals("risk"))
                .forEach(field -> rows.add(
                        field.getKey(),
                        field.getValue().isNull() ? null : field.getValue().asString()));
        rows.add("accountManager", RiskText.manager(client));
        rows.add("risk", RiskText.percent(client));
        rows.add("band", RiskText.band(client));
        rows.add("reasons", RiskText.reasons(client));
        JsonNode risk = client.path("risk");
        rows.add(
                "model",
                risk.path("model").isString()
                        ? risk.path("model").stringValue() + " "
                                + risk.path("modelVersion").asInt(0)
                        : null);
        rows.add("scoredAt", RiskText.text(risk, "scoredAt"));
        rows.print(spec.commandLine().getOut(), output.format());
        return 0;
    }
}
