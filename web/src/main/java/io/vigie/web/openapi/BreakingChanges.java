package io.vigie.web.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a new OpenAPI document takes away from callers of the published one: paths, operations, parameters, answers,
 * their headers, properties; and what it newly demands of them: parameters, properties, other types, narrower limits.
 */
public final class BreakingChanges {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final JsonNode published;
    private final JsonNode current;
    private final List<String> found = new ArrayList<>();

    private BreakingChanges(JsonNode published, JsonNode current) {
        this.published = published;
        this.current = current;
    }

    /** One sentence for each, in the order of the published document; empty when nobody is broken. */
    public static List<String> between(String published, String current) {
        return between(
                JsonMapper.shared().readTree(published), JsonMapper.shared().readTree(current));
    }

    static List<String> between(JsonNode published, JsonNode current) {
        BreakingChanges changes = new BreakingChanges(published, current);
        changes.paths();
        return changes.found;
    }

    private void paths() {
        published.path("paths").properties().forEach(path -> {
            JsonNode now = current.path("paths").path(path.getKey());
            path.getValue().properties().stream()
                    .filter(operation -> METHODS.contains(operation.getKey()))
                    .forEach(operation -> operation(
                            operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                            operation.getValue(),
                            now.path(operation.getKey())));
        });
    }

    private void operation(String name, JsonNode before, JsonNode now) {
        if (now.isMissingNode()) {
            found.add(name + " is gone");
            return;
        }
        parameters(name, before.path("parameters"), now.path("parameters"));
        requestBody(name, before.path("requestBody"), now.path("requestBody"));
        before.path("responses")
                .properties()
                .forEach(answer -> answer(
                        name + " " + answer.getKey(),
                        answer.getValue(),
                        now.path("responses").path(answer.getKey())));
    }

    private void parameters(String name, JsonNode before, JsonNode now) {
        for (JsonNode parameter : before) {
            String label = name + " parameter " + parameter.path("name").asString("");
            Optional<JsonNode> same = same(parameter, now);
            if (same.isEmpty()) {
                found.add(label + " is gone");
            } else {
                if (required(same.get()) && !required(parameter)) {
                    found.add(label + " is newly required");
                }
                new SchemaChanges(published, current, found)
                        .request(label, parameter.path("schema"), same.get().path("schema"));
            }
        }
        for (JsonNode parameter : now) {
            if (required(parameter) && same(parameter, before).isEmpty()) {
                found.add(name + " newly demands parameter "
                        + parameter.path("name").asString(""));
            }
        }
    }

    private void requestBody(String name, JsonNode before, JsonNode now) {
        if (required(now) && !required(before)) {
            found.add(name + " newly demands a body");
        }
        before.path("content").properties().forEach(content -> {
            JsonNode same = now.path("content").path(content.getKey());
            String label = name + " body " + content.getKey();
            if (same.isMissingNode()) {
                found.add(label + " is no longer taken");
            } else {
                new SchemaChanges(published, current, found)
                        .request(label, content.getValue().path("schema"), same.path("schema"));
            }
        });
    }

    private void answer(String name, JsonNode before, JsonNode now) {
        if (now.isMissingNode()) {
            found.add(name + " is gone");
            return;
        }
        before.path("headers").properties().stream()
                .filter(header -> now.path("headers").path(header.getKey()).isMissingNode())
                .forEach(header -> found.add(name + " header " + header.getKey() + " is gone"));
        before.path("content").properties().forEach(content -> {
            JsonNode same = now.path("content").path(content.getKey());
            String label = name + " " + content.getKey();
            if (same.isMissingNode()) {
                found.add(label + " is no longer given");
            } else {
                new SchemaChanges(published, current, found)
                        .answer(label, content.getValue().path("schema"), same.path("schema"));
            }
        });
    }

    private static Optional<JsonNode> same(JsonNode parameter, JsonNode among) {
        return StreamSupport.stream(among.spliterator(), false)
                .filter(other -> other.path("name").equals(parameter.path("name"))
                        && other.path("in").equals(parameter.path("in")))
                .findFirst();
    }

    private static boolean required(JsonNode node) {
        return node.path("required").booleanValue(false);
    }
}
