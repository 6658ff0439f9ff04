package io.vigie.standalone.history;

import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Query;
import io.vigie.standalone.output.Json;
import io.vigie.standalone.output.OutputFormat;
import io.vigie.standalone.output.OutputFormat.Format;
import io.vigie.standalone.output.Rows;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code vigie history CLIENT}: shows what happened to a client. */
@Command(
        name = "history",
        description = "Shows every event of a client, oldest first.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  vigie history demo-0001", "  vigie history demo-0001 -o json"})
public final class History implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Parameters(paramLabel = "CLIENT", description = "The client's id.")
    private String client;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<JsonNode> events = new Api(target)
                .items("/api/clients/" + Api.segment(client) + "/events", Query.none(), Integer.MAX_VALUE);
        if (output.format() == Format.JSON) {
            Json.print(spec.commandLine().getOut(), events);
            return 0;
        }
        Rows rows = new Rows("version", "time", "type", "actor", "payload");
        for (JsonNode event : events) {
            rows.add(
                    event.path("version").asLong(0),
                    event.path("time").asString(""),
                    event.path("type").asString(""),
                    event.path("actor").isString() ? event.path("actor").stringValue() : null,
                    Json.line(event.path("payload")));
        }
        rows.print(spec.commandLine().getOut(), output.format());
        return 0;
    }
}
