package io.vigie.standalone.model.promote;

import static io.vigie.standalone.clients.RiskText.text;

import io.vigie.standalone.model.Decided;
import io.vigie.standalone.output.Json;
import io.vigie.standalone.output.OutputFormat.Format;
import io.vigie.standalone.output.Rows;
import java.io.PrintWriter;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Proposals as rows; as JSON they are what the API gave. */
final class Proposals {

    private Proposals() {}

    static void print(PrintWriter out, Format format, List<JsonNode> proposals) {
        if (format == Format.JSON) {
            Json.print(out, proposals);
            return;
        }
        Rows rows = new Rows("proposal", "model", "version", "proposed by", "proposed at", "ends at", "reason");
        for (JsonNode proposal : proposals) {
            rows.add(
                    text(proposal, "proposalId"),
                    text(proposal, "modelName"),
                    Decided.number(proposal.path("version")),
                    text(proposal, "proposedBy"),
                    text(proposal, "proposedAt"),
                    text(proposal, "endsAt"),
                    text(proposal, "reason"));
        }
        rows.print(out, format);
    }
}
