package io.vigie.standalone.model.showmodels;

import static io.vigie.standalone.clients.RiskText.text;

import io.vigie.standalone.model.Decided;
import io.vigie.standalone.output.OutputFormat.Format;
import io.vigie.standalone.output.Rows;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A version for people: what it is, what it asks for and what it answers; as CSV only the inputs. */
final class VersionText {

    private VersionText() {}

    static void print(PrintWriter out, Format format, JsonNode version) {
        JsonNode schema = version.path("schema");
        if (format == Format.TABLE) {
            fields(version, schema).print(out, format);
            out.println();
        }
        inputs(version, schema).print(out, format);
        if (format == Format.TABLE) {
            out.println();
            outputs(schema).print(out, format);
            if (!version.path("measures").isEmpty()) {
                out.println();
                measures(version.path("measures")).print(out, format);
            }
        }
    }

    private static Rows measures(JsonNode measures) {
        Rows rows = new Rows("in training", "mean", "standard deviation", "standard error", "folds");
        measures.properties()
                .forEach(measure -> rows.add(
                        measure.getKey(),
                        figure(measure.getValue().path("mean")),
                        figure(measure.getValue().path("standardDeviation")),
                        figure(measure.getValue().path("standardError")),
                        Decided.number(measure.getValue().path("n"))));
        return rows;
    }

    private static @Nullable String figure(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%.4f", value.doubleValue()) : null;
    }

    private static Rows fields(JsonNode version, JsonNode schema) {
        Rows rows = new Rows("field", "value");
        Stream.concat(
                        version.properties().stream(),
                        schema.properties().stream().filter(field -> !version.has(field.getKey())))
                .filter(field ->
                        !field.getValue().isContainer() && !field.getKey().equals("card"))
                .forEach(field -> rows.add(
                        field.getKey(),
                        field.getValue().isNull() ? null : field.getValue().asString()));
        rows.add("card", version.path("card").isObject() ? "there is one: -o json shows it" : null);
        return rows;
    }

    private static Rows inputs(JsonNode version, JsonNode schema) {
        Rows rows = new Rows("input", "type", "required", "valid", "when missing", "reference", "seen in training");
        for (JsonNode input : schema.path("inputs")) {
            String name = input.path("name").asString("");
            JsonNode reference = version.path("referencePoint").path(name);
            rows.add(
                    name,
                    text(input, "dataType"),
                    input.path("required").booleanValue(false) ? "yes" : "no",
                    valid(input),
                    missing(input),
                    reference.isMissingNode() || reference.isNull() ? null : reference.asString(),
                    range(version.path("trainingRanges").path(name)));
        }
        return rows;
    }

    private static @Nullable String valid(JsonNode input) {
        StringJoiner valid = new StringJoiner(" ");
        input.path("values").forEach(value -> valid.add(value.asString("")));
        for (JsonNode interval : input.path("intervals")) {
            valid.add(interval.path("left").asString("") + "…"
                    + interval.path("right").asString(""));
        }
        return valid.length() == 0 ? null : valid.toString();
    }

    private static @Nullable String missing(JsonNode input) {
        String replacement = text(input, "missingReplacement");
        return replacement == null ? text(input, "missing") : replacement;
    }

    private static @Nullable String range(JsonNode range) {
        return range.isObject()
                ? range.path("min").asString("") + "…" + range.path("max").asString("")
                : null;
    }

    private static Rows outputs(JsonNode schema) {
        Rows rows = new Rows("output", "type", "what", "of");
        for (JsonNode output : schema.path("outputs")) {
            rows.add(text(output, "name"), text(output, "dataType"), text(output, "feature"), text(output, "value"));
        }
        return rows;
    }
}
