package io.vigie.standalone.rebuild;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Role;
import io.vigie.standalone.output.Json;
import io.vigie.standalone.output.OutputFormat;
import io.vigie.standalone.output.OutputFormat.Format;
import io.vigie.standalone.output.Rows;
import io.vigie.standalone.output.Terminal;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code vigie rebuild}: builds the risk views anew from Kafka, compares, swaps. */
@Command(
        name = "rebuild",
        description = "Builds the risk views anew from Kafka beside the live ones, compares their rows and swaps them.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Reads and projections go on meanwhile. Ends with 0 when all rows were identical, with 3 when some differed.",
            "",
            "Examples:",
            "  vigie rebuild --dry-run     compares and changes nothing",
            "  vigie rebuild"
        })
public final class Rebuild implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Option(names = "--dry-run", description = "Compare only; the live views stay.")
    private boolean dryRun;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Api api = new Api(target, Role.OPERATOR);
        JsonNode begun = api.command(
                "POST", "/api/rebuilds", JsonMapper.shared().createObjectNode().put("dryRun", dryRun));
        JsonNode report = Following.untilFinished(api, begun.path("rebuildId").asString(""));
        show(report);
        PrintWriter err = spec.commandLine().getErr();
        if (report.path("state").asString("").equals("failed")) {
            throw new Refusal(Terminal.safe("The rebuild failed and the live views stay: "
                    + report.path("failure").asString("no reason was given")));
        }
        boolean identical = different(report) == 0;
        err.println(identical ? "all rows are identical" : different(report) + " rows differ");
        err.println(
                report.path("swapped").booleanValue(false) ? "the rebuilt views are live now" : "nothing was changed");
        return identical ? 0 : 3;
    }

    private static long different(JsonNode report) {
        long different = 0;
        for (JsonNode table : report.path("tables")) {
            different += table.path("different").asLong(0);
        }
        return different;
    }

    private void show(JsonNode report) {
        PrintWriter out = spec.commandLine().getOut();
        if (output.format() == Format.JSON) {
            Json.print(out, report);
            return;
        }
        Rows tables = new Rows("table", "live rows", "rebuilt rows", "different", "result");
        for (JsonNode table : report.path("tables")) {
            long different = table.path("different").asLong(0);
            tables.add(
                    table.path("table").asString(""),
                    table.path("liveRows").asLong(0),
                    table.path("rebuiltRows").asLong(0),
                    different,
                    different == 0 ? "identical" : "differs");
        }
        tables.print(out, output.format());
        if (!report.path("differences").isEmpty() && output.format() == Format.TABLE) {
            out.println();
            Rows rows = new Rows("table", "key", "difference");
            for (JsonNode row : report.path("differences")) {
                rows.add(
                        row.path("table").asString(""),
                        row.path("key").asString(""),
                        row.path("difference").asString(""));
            }
            rows.print(out, output.format());
        }
    }
}
