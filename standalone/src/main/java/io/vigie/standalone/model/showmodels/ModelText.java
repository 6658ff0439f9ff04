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
            place(out, model);
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

    private static void place(PrintWriter out, JsonNode model) {
        if (!model.path("champion").isNumber()) {
            out.println("Nothing scores with it: it has no champion.");
        } else if (model.path("swaps").isEmpty()) {
            out.println(
                    "Nothing scores with it: no partition of the events has told of a model of this name. It answers"
                            + " what is asked with vigie model evaluate.");
        } else if (model.path("inPlace").booleanValue(false)) {
            out.println("In place: every partition scores by what was decided last.");
        } else {
            out.println("Not in place yet; since when which versions score each partition:");
            swaps(model).print(out, Format.TABLE);
        }
        out.flush();
    }

    private static Rows swaps(JsonNode model) {
        Rows rows = new Rows("partition", "offset", "revision", "champion", "challenger", "swapped at");
        for (JsonNode swap : model.path("swaps")) {
            rows.add(
                    number(swap.path("partition")),
                    number(swap.path("offset")),
                    number(swap.path("revision")),
                    number(swap.path("champion")),
                    number(swap.path("challenger")),
                    text(swap, "swappedAt"));
        }
        return rows;
    }
}
