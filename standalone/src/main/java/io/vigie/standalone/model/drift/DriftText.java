package io.vigie.standalone.model.drift;

import static io.vigie.standalone.clients.RiskText.inPercent;
import static io.vigie.standalone.clients.RiskText.text;

import io.vigie.standalone.output.Rows;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Drift as people read it.
 *
 * @param answer as the API gives it
 */
record DriftText(JsonNode answer) {

    /** The verdict, and on what. */
    String sentence() {
        JsonNode window = answer.path("window");
        JsonNode reference = answer.path("reference");
        String against = "training".equals(text(reference, "kind"))
                ? "the training"
                : reference.path("from").isNull()
                        ? "nothing yet"
                        : text(reference, "from") + " to " + text(reference, "to") + ", its first records";
        return String.format(
                Locale.ROOT,
                "%s/%s, %s to %s: %s. %,d records against %,d of %s.",
                text(answer, "name"),
                answer.path("version").asInt(0),
                text(window, "from"),
                text(window, "to"),
                text(answer, "verdict"),
                window.path("records").asLong(0),
                reference.path("records").asLong(0),
                against);
    }

    /** The score, then the inputs. */
    Rows fields() {
        Rows rows = new Rows("field", "verdict", "records", "psi", "test", "p", "missing", "invalid");
        add(rows, answer.path("score"));
        answer.path("inputs").forEach(input -> add(rows, input));
        return rows;
    }

    private static void add(Rows rows, JsonNode field) {
        rows.add(
                text(field, "field"),
                text(field, "verdict"),
                field.path("current").asLong(0),
                decimal(field.path("psi"), "%.3f"),
                text(field, "test"),
                decimal(field.path("p"), "%.4f"),
                inPercent(field.path("missing").path("current")),
                inPercent(field.path("invalid").path("current")));
    }

    private static @Nullable String decimal(JsonNode value, String format) {
        return value.isNumber() ? String.format(Locale.ROOT, format, value.doubleValue()) : null;
    }
}
