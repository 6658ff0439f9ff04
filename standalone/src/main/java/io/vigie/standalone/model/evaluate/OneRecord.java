package io.vigie.standalone.model.evaluate;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.output.Json;
import io.vigie.standalone.output.OutputFormat.Format;
import io.vigie.standalone.output.Rows;
import io.vigie.standalone.output.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A record that was typed, and what a version says of it. */
final class OneRecord {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Api api;
    private final String path;

    OneRecord(Api api, String path) {
        this.api = api;
        this.path = path;
    }

    /**
     * What was typed.
     *
     * @param record a JSON object
     * @param background a file of records to explain against; null for the reference point
     * @param language in which shares are told
     */
    record Question(
            String record, boolean explain, @Nullable Path background, Locale language) {

        boolean explained() {
            return explain || background != null;
        }

        ObjectNode body() {
            ObjectNode body = JSON.createObjectNode();
            body.set("record", read(record));
            if (explained()) {
                body.put("explain", true);
            }
            if (background != null) {
                body.set("background", read(background));
            }
            return body;
        }
    }

    void evaluate(Question question, PrintWriter out, Format format) {
        JsonNode answer = api.question(path, question.body(), question.language());
        if (format == Format.JSON) {
            Json.print(out, answer);
            return;
        }
        outputs(answer).print(out, format);
        if (question.explained() && format == Format.TABLE) {
            out.println();
            explain(
                    answer.path("explanation"),
                    question.background() == null ? "at the reference point" : "on average",
                    out);
        }
        if (answer.path("problem").isString()) {
            throw new Refusal(Terminal.safe(answer.path("problem").stringValue()));
        }
    }

    private static JsonNode read(String record) {
        try {
            JsonNode read = JSON.readTree(record);
            if (read.isObject()) {
                return read;
            }
        } catch (JacksonException notJson) {
            throw new Refusal("--record takes a JSON object, such as {\"Age\": 40}.", 2, notJson);
        }
        throw new Refusal("--record takes a JSON object, such as {\"Age\": 40}.", 2, null);
    }

    private static JsonNode read(Path background) {
        try {
            JsonNode read = JSON.readTree(Files.readAllBytes(background));
            if (read.isArray()) {
                return read;
            }
        } catch (IOException unreadable) {
            throw new Refusal(Terminal.safe(background + " can't be read."), 2, unreadable);
        } catch (JacksonException notJson) {
            throw new Refusal(Terminal.safe(background + " isn't JSON."), 2, notJson);
        }
        throw new Refusal(Terminal.safe(background + " isn't a JSON array of records."), 2, null);
    }

    private static Rows outputs(JsonNode answer) {
        Rows rows = new Rows("output", "value");
        answer.path("outputs")
                .properties()
                .forEach(output -> rows.add(
                        output.getKey(),
                        output.getValue().isNull() ? null : output.getValue().asString("")));
        return rows;
    }

    private static void explain(JsonNode explained, String where, PrintWriter out) {
        if (!explained.isObject()) {
            return;
        }
        out.println(Terminal.safe(explained.path("output").asString("") + " is "
                + explained.path("value").asString("") + " instead of "
                + explained.path("base").asString("") + " " + where
                + (explained.path("exact").booleanValue(true) ? "" : ", shares by sampling") + ":"));
        Rows rows = new Rows("input", "share", "standard error", "in words");
        JsonNode errors = explained.path("standardErrors");
        JsonNode words = explained.path("words");
        explained
                .path("shares")
                .properties()
                .forEach(share -> rows.add(
                        share.getKey(),
                        share.getValue().asString(""),
                        errors.path(share.getKey()).isNumber()
                                ? errors.path(share.getKey()).asString()
                                : null,
                        words.path(share.getKey()).isString()
                                ? words.path(share.getKey()).stringValue()
                                : null));
        rows.print(out, Format.TABLE);
        for (JsonNode reason : explained.path("reasonCodes")) {
            out.println(Terminal.safe("reason code " + (reason.isString() ? reason.stringValue() : reason.toString())));
        }
        out.flush();
    }
}
