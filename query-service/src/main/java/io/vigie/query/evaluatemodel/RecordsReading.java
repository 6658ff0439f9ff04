package io.vigie.query.evaluatemodel;

import io.vigie.web.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the body of {@link AskedRecords} token by token. */
final class RecordsReading {

    /** What is neither a number, nor a text, nor a truth value; no model takes it. */
    private static final Object NOTHING_TO_ASK = List.of();

    private final JsonParser parser;

    /** Each to itself: one text for the name of an input in all records. */
    private final Map<String, String> inputs = new HashMap<>();

    private final int most;
    private final List<Map<String, @Nullable Object>> records = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> background = new ArrayList<>();
    private boolean one;
    private boolean many;
    private boolean explain;
    private int properties;
    private int values;

    RecordsReading(JsonParser parser, Collection<String> inputs) {
        this.parser = parser;
        inputs.forEach(input -> this.inputs.put(input, input));
        this.most = Math.max(AskedRecords.MOST_PROPERTIES, this.inputs.size());
    }

    AskedRecords whole() {
        expect(parser.nextToken(), JsonToken.START_OBJECT, "The body must be a JSON object.");
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            property(parser.currentName());
        }
        if (parser.nextToken() != null) {
            throw AskedRecords.malformed("There is something behind the JSON object.");
        }
        if (one == many) {
            throw unusable("record", "send either record or records");
        }
        if (!background.isEmpty() && !explain) {
            throw unusable("background", "goes with explain: true");
        }
        int most = background.isEmpty() ? AskedRecords.MOST_EXPLAINED : AskedRecords.MOST_AGAINST_BACKGROUND;
        if (explain && records.size() > most) {
            throw tooMany(
                    most,
                    background.isEmpty()
                            ? "records are explained at once: send fewer, or leave explain out."
                            : "records are explained against a background at once: send fewer.");
        }
        return new AskedRecords(records, one, explain, background);
    }

    private void property(String name) {
        JsonToken value = parser.nextToken();
        switch (name) {
            case "record" -> {
                one = true;
                records.add(given(value));
            }
            case "records" -> {
                many = true;
                expect(value, JsonToken.START_ARRAY, "records must be an array.");
                all(records, AskedRecords.MOST, "records are taken as JSON: send fewer, or a CSV file.");
            }
            case "background" -> {
                expect(value, JsonToken.START_ARRAY, "background must be an array.");
                all(background, AskedRecords.MOST_BACKGROUND, "records are taken as a background: send fewer.");
                if (background.isEmpty()) {
                    throw unusable("background", "send at least one record, or leave it out");
                }
            }
            case "explain" -> {
                if (!value.isBoolean()) {
                    throw AskedRecords.malformed("explain must be true or false.");
                }
                explain = value == JsonToken.VALUE_TRUE;
            }
            default ->
                throw AskedRecords.malformed(
                        "A property isn't known here: record, records, explain and background are.");
        }
    }

    private void all(List<Map<String, @Nullable Object>> into, int most, String otherwise) {
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            if (into.size() == most) {
                throw tooMany(most, otherwise);
            }
            into.add(given(next));
        }
    }

    private static Rejected tooMany(int most, String otherwise) {
        return Rejected.tooLarge("too-many-records", "Too many records", "At most " + most + " " + otherwise);
    }

    private Map<String, @Nullable Object> given(JsonToken start) {
        expect(start, JsonToken.START_OBJECT, "Each record must be a JSON object.");
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        properties = 0;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            property();
            String input = inputs.get(clean(parser.currentName()));
            Object value = value(parser.nextToken());
            if (input != null) {
                demandRoom();
                given.put(input, value);
            }
        }
        return given;
    }

    /** One more in this record, those within its values, too: all names of an object are held while it is read. */
    private void property() {
        properties++;
        if (properties > most) {
            throw Rejected.unprocessable(
                    "too-many-properties",
                    "Too many properties",
                    "A record has more than " + most + " properties: leave out what isn't an input of the model.");
        }
    }

    private void demandRoom() {
        values++;
        if (values > AskedRecords.MOST_VALUES) {
            throw Rejected.tooLarge(
                    "too-many-values",
                    "Too many values",
                    "At most " + AskedRecords.MOST_VALUES
                            + " values are taken as JSON: send fewer records, or a CSV file.");
        }
    }

    private void skip() {
        int depth = 1;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.PROPERTY_NAME) {
                property();
            } else if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            }
        }
    }

    private @Nullable Object value(JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> clean(parser.getString());
            // An absurd exponent is infinite at no cost, which the record is told.
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Double.valueOf(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> {
                skip();
                yield NOTHING_TO_ASK;
            }
        };
    }

    private static void expect(@Nullable JsonToken token, JsonToken expected, String otherwise) {
        if (token != expected) {
            throw AskedRecords.malformed(otherwise);
        }
    }

    private static String clean(String text) {
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw AskedRecords.malformed("A text holds the NUL character or half of a character (a lone surrogate).");
        }
        return text;
    }

    private static Rejected unusable(String field, String message) {
        return Rejected.unprocessable(
                        "unusable",
                        "Unusable content",
                        "Some values can't be used; errors lists them and what would be right.")
                .error(field, message);
    }
}
