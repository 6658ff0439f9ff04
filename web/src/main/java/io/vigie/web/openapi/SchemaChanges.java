package io.vigie.web.openapi;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Compares two schemas, following references; a schema that contains itself is compared once with each other one. */
final class SchemaChanges {

    private final JsonNode published;
    private final JsonNode current;
    private final List<String> found;
    private final Set<Pair> seen = new HashSet<>();

    SchemaChanges(JsonNode published, JsonNode current, List<String> found) {
        this.published = published;
        this.current = current;
        this.found = found;
    }

    /** Two resolved schemas: the one may refer to where the other spells out, so references alone would not tell. */
    private record Pair(JsonNode before, JsonNode now) {}

    /** For what callers send: they mustn't be asked for more, or for something else. */
    void request(String label, JsonNode before, JsonNode now) {
        compare(label, before, now, true);
    }

    /** For what callers get: nothing may be missing, or be something else. */
    void answer(String label, JsonNode before, JsonNode now) {
        compare(label, before, now, false);
    }

    private void compare(String label, JsonNode beforeOrReference, JsonNode nowOrReference, boolean request) {
        JsonNode before = resolved(published, beforeOrReference);
        JsonNode now = resolved(current, nowOrReference);
        if (now.isMissingNode() != before.isMissingNode() || !types(before).equals(types(now))) {
            found.add(label + " has another type");
            return;
        }
        if (!seen.add(new Pair(before, now))) {
            return;
        }
        if (request) {
            enumeration(label, before, now);
            NarrowerLimits.between(before, now).forEach(limit -> found.add(label + " takes less: " + limit));
        }
        before.path("properties").properties().forEach(property -> {
            JsonNode same = now.path("properties").path(property.getKey());
            String name = label + " property " + property.getKey();
            if (same.isMissingNode()) {
                found.add(name + " is gone");
            } else {
                compare(name, property.getValue(), same, request);
            }
        });
        required(label, before, now, request);
        if (before.has("items")) {
            compare(label + " items", before.path("items"), now.path("items"), request);
        }
        if (before.path("additionalProperties").isObject()) {
            compare(label + " values", before.path("additionalProperties"), now.path("additionalProperties"), request);
        }
    }

    private void enumeration(String label, JsonNode before, JsonNode now) {
        if (now.has("enum")) {
            Set<String> taken = texts(now.path("enum"));
            if (!before.has("enum") || !taken.containsAll(texts(before.path("enum")))) {
                found.add(label + " takes fewer values");
            }
        }
    }

    private void required(String label, JsonNode before, JsonNode now, boolean request) {
        Set<String> gone = texts(request ? now.path("required") : before.path("required"));
        gone.removeAll(texts(request ? before.path("required") : now.path("required")));
        gone.removeIf(property -> !request && !now.path("properties").has(property));
        gone.forEach(property -> found.add(
                label + " property " + property + (request ? " is newly required" : " is no longer certain")));
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.startsWith("#/") ? document.at(reference.substring(1)) : schema;
    }

    /** The type or types with the format: 3.1 writes null as one of several types. */
    private static Set<String> types(JsonNode schema) {
        Set<String> types = schema.path("type").isArray() ? texts(schema.path("type")) : new TreeSet<>();
        if (schema.path("type").isString()) {
            types.add(schema.path("type").stringValue());
        }
        types.add("format " + schema.path("format").asString(""));
        return types;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
