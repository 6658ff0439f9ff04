package io.vigie.standalone.edge;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API as callers see it through the edge. An operation is taken from the service that its route leads to. A component
 * that both services name is kept once where it is the same, else the later one gets its service's name in front.
 */
final class OpenApiDocument {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final ObjectNode document = JsonMapper.shared().createObjectNode();
    private final ObjectNode paths = document.objectNode();
    private final ObjectNode components = document.objectNode();
    private final ArrayNode tags = document.arrayNode();

    OpenApiDocument() {
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Vigie")
                .put("version", "0.1.0")
                .put("description", "Commands answer with a consistency token; reads that carry it cover the command.");
        document.putArray("servers").addObject().put("url", "/");
        document.set("tags", tags);
        document.set("paths", paths);
        document.set("components", components);
    }

    void add(Target service, String prefix, JsonNode original) {
        JsonNode added = renamed(original, conflicts(prefix, original));
        if (added.path("openapi").isString()) {
            document.set("openapi", added.get("openapi"));
        }
        added.path("paths").properties().forEach(path -> addPath(service, path.getKey(), path.getValue()));
        added.path("components").properties().forEach(kind -> {
            ObjectNode known = components.withObjectProperty(kind.getKey());
            kind.getValue().properties().forEach(component -> known.set(component.getKey(), component.getValue()));
        });
        added.path("tags").forEach(tags::add);
    }

    JsonNode merged() {
        return document;
    }

    private void addPath(Target service, String path, JsonNode operations) {
        operations.properties().forEach(operation -> {
            String key = operation.getKey();
            boolean ours = !METHODS.contains(key)
                    || Routes.target(key.toUpperCase(Locale.ROOT), path)
                            .filter(service::equals)
                            .isPresent();
            if (ours) {
                paths.withObjectProperty(path).set(key, operation.getValue());
            }
        });
    }

    private Map<String, String> conflicts(String prefix, JsonNode added) {
        Map<String, String> renames = new HashMap<>();
        added.path("components")
                .properties()
                .forEach(kind -> kind.getValue().properties().forEach(component -> {
                    JsonNode known = components.path(kind.getKey()).path(component.getKey());
                    if (!known.isMissingNode() && !known.equals(component.getValue())) {
                        String root = "#/components/" + kind.getKey() + "/";
                        renames.put(root + component.getKey(), root + prefix + component.getKey());
                    }
                }));
        return renames;
    }

    private static JsonNode renamed(JsonNode original, Map<String, String> renames) {
        JsonNode copy = original.deepCopy();
        renames.forEach((from, to) -> {
            String kind = from.split("/")[2];
            ObjectNode named = (ObjectNode) copy.path("components").path(kind);
            JsonNode component = named.remove(from.substring(from.lastIndexOf('/') + 1));
            named.set(to.substring(to.lastIndexOf('/') + 1), component);
        });
        repoint(copy, renames);
        return copy;
    }

    private static void repoint(JsonNode node, Map<String, String> renames) {
        if (node instanceof ObjectNode object && object.path("$ref").isString()) {
            String to = renames.get(object.path("$ref").stringValue());
            if (to != null) {
                object.put("$ref", to);
            }
        }
        node.forEach(child -> repoint(child, renames));
    }
}
