package io.vigie.standalone.deadletters;

import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Query;
import io.vigie.standalone.api.Role;
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

/** {@code vigie dead-letters show ID}. */
@Command(
        name = "show",
        description = "Shows a dead letter with its value and headers.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  vigie dead-letters show 12", "  vigie dead-letters show 12 -o json"})
final class ShowLetter implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Parameters(paramLabel = "ID", description = "The dead letter's number.")
    private String id;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        JsonNode letter = new Api(target, Role.AUDITOR).get("/api/dead-letters/" + Api.segment(id), Query.none());
        if (output.format() == Format.JSON) {
            Json.print(spec.commandLine().getOut(), letter);
            return 0;
        }
        Rows rows = new Rows("field", "value");
        letter.properties().stream()
                .filter(field -> !field.getValue().isContainer())
                .forEach(field -> rows.add(
                        field.getKey(),
                        field.getValue().isNull() ? null : field.getValue().asString()));
        for (JsonNode header : letter.path("headers")) {
            rows.add(
                    "header " + header.path("name").asString(""),
                    header.path("value").asString(""));
        }
        rows.print(spec.commandLine().getOut(), output.format());
        return 0;
    }
}
