package io.vigie.acceptance.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** What is listed of a client is what the store and the scores topic hold, all of it, in the right order. */
final class ListCheck {

    private ListCheck() {}

    static List<String> findings(Evidence evidence) {
        Differences differences = new Differences();
        evidence.shown().events().forEach((client, shown) -> {
            List<StoredEvent> events = evidence.clientsInStore().getOrDefault(client, List.of());
            differences.same(client, "number of events listed", events.size(), shown.size());
            for (int index = 0; index < Math.min(events.size(), shown.size()); index++) {
                event(events.get(index), shown.get(index), differences);
            }
        });
        evidence.shown().scores().forEach((client, newestFirst) -> {
            List<JsonNode> records = evidence.scores().getOrDefault(client, List.of());
            List<JsonNode> shown = new ArrayList<>(newestFirst);
            Collections.reverse(shown);
            differences.same(client, "number of scores listed", records.size(), shown.size());
            for (int index = 0; index < Math.min(records.size(), shown.size()); index++) {
                differences.alike(client, "score " + (index + 1), records.get(index), bare(shown.get(index)));
            }
        });
        return differences.findings();
    }

    private static JsonNode bare(JsonNode score) {
        ObjectNode bare = (ObjectNode) score.deepCopy();
        bare.set("reasons", ViewCheck.withoutWords(score.path("reasons")));
        return bare;
    }

    private static void event(StoredEvent event, JsonNode shown, Differences differences) {
        String place = event.aggregate() + "/" + event.version();
        differences.same(place, "version", event.version(), shown.path("version"));
        differences.same(place, "eventId", event.id(), shown.path("eventId"));
        differences.same(place, "type", event.type(), shown.path("type"));
        differences.same(place, "revision", event.revision(), shown.path("revision"));
        differences.alike(place, "time", StringNode.valueOf(event.time().toString()), shown.path("time"));
        differences.same(place, "actor", event.actor(), shown.path("actor"));
        differences.alike(place, "payload", event.payload(), shown.path("payload"));
    }
}
