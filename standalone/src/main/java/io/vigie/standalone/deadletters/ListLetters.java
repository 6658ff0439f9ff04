package io.vigie.standalone.deadletters;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Query;
import io.vigie.standalone.api.Role;
import io.vigie.standalone.output.Json;
import io.vigie.standalone.output.OutputFormat;
import io.vigie.standalone.output.OutputFormat.Format;
import io.vigie.standalone.output.Rows;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code vigie dead-letters list}. */
@Command(
        name = "list",
        description = "Lists dead letters, newest first.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  vigie dead-letters list",
            "  vigie dead-letters list --state open --consumer scoring -o json"
        })
final class ListLetters implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Option(names = "--state", paramLabel = "STATE", description = "Only open, retried or evicted.")
    private @Nullable String state;

    @Option(names = "--consumer", paramLabel = "NAME", description = "Only those of relay, scoring or query.")
    private @Nullable String consumer;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "At most so many, 1 to 1000000 (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (limit < 1 || limit > 1_000_000) {
            throw new Refusal("--limit takes a number from 1 to 1000000.", 2, null);
        }
        List<JsonNode> letters = new Api(target, Role.AUDITOR)
                .items(
                        "/api/dead-letters",
                        Query.none().with("consumer", consumer).with("state", state),
                        limit);
        if (output.format() == Format.JSON) {
            Json.print(spec.commandLine().getOut(), letters);
            return 0;
        }
        Rows rows = new Rows("id", "state", "consumer", "time", "key", "origin", "reason");
        for (JsonNode letter : letters) {
            rows.add(
                    letter.path("deadLetterId").asLong(0),
                    letter.path("state").asString(""),
                    letter.path("consumer").asString(""),
                    letter.path("time").asString(""),
                    letter.path("key").isString() ? letter.path("key").stringValue() : null,
                    letter.path("origin").asString(""),
                    letter.path("reason").asString(""));
        }
        rows.print(spec.commandLine().getOut(), output.format());
        return 0;
    }
}
