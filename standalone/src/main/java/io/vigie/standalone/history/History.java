package io.vigie.standalone.history;

import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Query;
import io.vigie.standalone.api.Role;
import io.vigie.standalone.output.Json;
import io.vigie.standalone.output.OutputFormat;
import io.vigie.standalone.output.OutputFormat.Format;
import io.vigie.standalone.output.Rows;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code vigie history CLIENT}: shows what happened to a client and what scoring made of it. */
@Command(
        name = "history",
        description = "Shows every event and every score of a client, oldest first.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Behind each event stand its score records: scored, unchanged (same features), unscorable or departed, by the",
            "event or by the schedule. The risk is a probability in per cent.",
            "",
            "Examples:",
            "  vigie history demo-0001",
            "  vigie history demo-0001 -o json"
        })
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
        Api api = new Api(target, Role.AGENCY_MANAGER);
        List<Entry> entries = Stream.concat(
                        all(api, "events").map(Entry::event), all(api, "scores").map(Entry::score))
                .sorted(Comparator.comparingLong(Entry::version).thenComparingLong(Entry::scoreSequence))
                .toList();
        if (output.format() == Format.JSON) {
            Json.print(
                    spec.commandLine().getOut(),
                    entries.stream().map(Entry::json).toList());
            return 0;
        }
        Rows rows = new Rows("version", "kind", "time", "type", "by", "risk", "details");
        for (Entry entry : entries) {
            rows.add(
                    entry.version(),
                    entry.kind(),
                    entry.time(),
                    entry.type(),
                    entry.by(),
                    entry.risk(),
                    entry.details());
        }
        rows.print(spec.commandLine().getOut(), output.format());
        return 0;
    }

    private Stream<JsonNode> all(Api api, String what) {
        return api.items("/api/clients/" + Api.segment(client) + "/" + what, Query.none(), Integer.MAX_VALUE).stream();
    }
}
