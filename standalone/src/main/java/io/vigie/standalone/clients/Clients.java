package io.vigie.standalone.clients;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Query;
import io.vigie.standalone.api.Role;
import io.vigie.standalone.output.OutputFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code vigie clients}: lists clients, most at risk first. */
@Command(
        name = "clients",
        description = "Lists clients, most at risk first.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The risk is a probability in per cent; behind each reason stands its share in points.",
            "",
            "Examples:",
            "  vigie clients --band high --unassigned",
            "  vigie clients --q \"harvey llc\" --state TX --limit 100 -o csv",
            "  vigie clients --manager am-1 -o json"
        })
public final class Clients implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Option(names = "--band", paramLabel = "BAND", description = "Only low, medium or high.")
    private @Nullable String band;

    @Option(names = "--unassigned", description = "Only those that nobody looks after.")
    private boolean unassigned;

    @Option(names = "--manager", paramLabel = "MANAGER", description = "Only those of this account manager.")
    private @Nullable String manager;

    @Option(names = "--state", paramLabel = "STATE", description = "Only those of this state, as TX.")
    private @Nullable String state;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "Only active or left. With --band or --unassigned, active unless given.")
    private @Nullable String status;

    @Option(names = "--q", paramLabel = "WORDS", description = "Only those with all these words in name or company.")
    private @Nullable String words;

    @Option(names = "--min-score", paramLabel = "SCORE", description = "Only those with at least this risk, 0 to 1.")
    private @Nullable String minScore;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "At most so many, 1 to 1000000 (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (limit < 1 || limit > 1_000_000) {
            throw new Refusal("--limit takes a number from 1 to 1000000.", 2, null);
        }
        Query query = Query.none()
                .with("band", band)
                .with("unassigned", unassigned ? true : null)
                .with("accountManagerId", manager)
                .with("state", state)
                .with("status", status == null && (band != null || unassigned) ? "active" : status)
                .with("q", words)
                .with("minScore", minScore);
        List<JsonNode> clients = new Api(target, Role.AGENCY_MANAGER).items("/api/clients", query, limit);
        ClientRows.print(spec.commandLine().getOut(), output.format(), clients);
        return 0;
    }
}
