package io.vigie.standalone.clients;

import io.vigie.standalone.output.Json;
import io.vigie.standalone.output.OutputFormat.Format;
import io.vigie.standalone.output.Rows;
import java.io.PrintWriter;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Clients as rows; as JSON they are what the API gave. */
public final class ClientRows {

    private ClientRows() {}

    /** Prints them in the order given. */
    public static void print(PrintWriter out, Format format, List<JsonNode> clients) {
        if (format == Format.JSON) {
            Json.print(out, clients);
            return;
        }
        Rows rows = new Rows("client", "name", "company", "state", "risk", "band", "reasons", "account manager");
        for (JsonNode client : clients) {
            rows.add(
                    RiskText.text(client, "clientId"),
                    RiskText.text(client, "name"),
                    RiskText.text(client, "company"),
                    RiskText.text(client, "state"),
                    RiskText.percent(client),
                    client.path("status").asString("").equals("left") ? "left" : RiskText.band(client),
                    RiskText.reasons(client),
                    RiskText.manager(client));
        }
        rows.print(out, format);
    }
}
