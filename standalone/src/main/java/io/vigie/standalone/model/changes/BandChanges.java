package io.vigie.standalone.model.changes;

import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Query;
import io.vigie.standalone.api.Role;
import io.vigie.standalone.model.ModelVersion;
import io.vigie.standalone.output.Rows;
import io.vigie.standalone.output.Terminal;
import io.vigie.standalone.output.Waiting;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * What would become of the clients' bands.
 *
 * @param answer as the API gives it
 */
public record BandChanges(JsonNode answer) {

    private static final List<String> BANDS = List.of("low", "medium", "high");

    /** Asks for those of a version; it may take a minute, which is told meanwhile. */
    public static BandChanges of(Target target, ModelVersion version, int limit) {
        try (Waiting waiting =
                new Waiting(target.err(), "Every active client is scored by " + Terminal.safe(version.toString()))) {
            return new BandChanges(new Api(target, Role.AGENCY_MANAGER)
                    .get(version.path() + "/band-changes", Query.none().with("limit", limit)));
        }
    }

    /** How many clients, in a sentence. */
    public String sentence() {
        JsonNode against = answer.path("against");
        long unscorable = answer.path("unscorable").asLong(0);
        return String.format(
                        Locale.ROOT,
                        "%,d of %,d clients would change band",
                        answer.path("changed").asLong(0),
                        answer.path("clients").asLong(0))
                + (against.isNumber() ? " (against version " + against.asInt() + ")" : "")
                + (unscorable == 0 ? "." : String.format(Locale.ROOT, "; %,d can't be scored.", unscorable));
    }

    /** From which band to which, lowest first. */
    public Rows fromTo() {
        return fromTo(answer.path("from"));
    }

    /** The same for numbers by band before and after. */
    public static Rows fromTo(JsonNode from) {
        Rows rows = new Rows("from", "to", "clients");
        for (String before : BANDS) {
            for (String after : BANDS) {
                JsonNode clients = from.path(before).path(after);
                if (clients.isNumber()) {
                    rows.add(before, after, clients.longValue());
                }
            }
        }
        return rows;
    }
}
