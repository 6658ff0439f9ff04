package io.vigie.standalone.model.showmodels;

import static io.vigie.standalone.clients.RiskText.text;
import static io.vigie.standalone.model.Decided.number;

import io.vigie.standalone.output.OutputFormat.Format;
import io.vigie.standalone.output.Rows;
import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;

/** A model for people: its versions, what happened to it, and how far a deployment is; as CSV only the versions. */
final class ModelText {

    private ModelText() {}

    static void print(PrintWriter out, Format format, JsonNode model) {
        versions(model).print(out, format);
        if (format == Format.TABLE) {
            out.println();
            history(model).print(out, format);
            out.println();
            out.println(place(model));
            out.flush();
        }
    }

    private static Rows versions(JsonNode model) {
        Rows rows = new Rows("version", "status", "type", "bytes", "uploaded by", "uploaded at", "note");
        for (JsonNode version : model.path("versions")) {
            rows.add(
                    number(version.path("version")),
                    text(version, "status"),
                    text(version, "modelType"),
                    number(version.path("bytes")),
                    text(version, "uploadedBy"),
                    text(version, "uploadedAt"),
                    text(version, "note"));
        }
        return rows;
    }

    private static Rows history(JsonNode model) {
        Rows rows = new Rows("revision", "what", "version", "alias", "replaced", "by", "proposed by", "at", "reason");
        for (JsonNode event : model.path("history")) {
            rows.add(
                    number(event.path("revision")),
                    text(event, "type"),
                    number(event.path("version")),
                    text(event, "alias"),
                    number(event.path("replaced")),
                    text(event, "actor"),
                    text(event, "proposedBy"),
                    text(event, "at"),
                    text(event, "reason"));
        }
        return rows;
    }

    private static String place(JsonNode model) {
        int swapped = model.path("swaps").size();
        if (!model.path("champion").isNumber()) {
            return "Nothing scores with it: it has no champion.";
        }
        if (swapped == 0) {
            return "No partition has swapped to it.";
        }
        return model.path("inPlace").booleanValue(false)
                ? "In place: all " + swapped + " partitions score with the latest deployment."
                : "Not in place yet: of " + swapped + " partitions "
                        + behind(model, model.path("revision").asLong(0))
                        + " score with an earlier deployment.";
    }

    /** How many have not reached the last decision about who scores; one that only uploads is none. */
    private static long behind(JsonNode model, long revision) {
        long latest = 0;
        for (JsonNode event : model.path("history")) {
            if (!event.path("type").asString("").equals("model-uploaded")) {
                latest = Math.max(latest, event.path("revision").asLong(0));
            }
        }
        long behind = 0;
        for (JsonNode swap : model.path("swaps")) {
            if (swap.path("revision").asLong(0) < Math.min(latest, revision)) {
                behind++;
            }
        }
        return behind;
    }
}
