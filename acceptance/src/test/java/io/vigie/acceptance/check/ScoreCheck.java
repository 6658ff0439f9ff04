package io.vigie.acceptance.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Every client event has its one score record, each client's records count from 1 without a hole, and each says what
 * the model says of the client as it was then.
 */
final class ScoreCheck {

    private ScoreCheck() {}

    static List<String> findings(Evidence evidence) {
        Differences differences = new Differences();
        evidence.clientsInStore().forEach((client, events) -> {
            List<JsonNode> scores = evidence.scores().getOrDefault(client, List.of());
            counted(client, events, scores, differences);
            new ScoreContent(client, events, evidence.deployed().models(), differences).compare(scores);
        });
        return differences.findings();
    }

    private static void counted(
            String client, List<StoredEvent> events, List<JsonNode> scores, Differences differences) {
        Map<String, Integer> perEvent = new HashMap<>();
        long sequence = 0;
        for (JsonNode score : scores) {
            perEvent.merge(score.path("eventId").stringValue(""), 1, Integer::sum);
            if (score.path("scoreSequence").asLong() != ++sequence) {
                differences.add("score %d of %s stands where %d should"
                        .formatted(score.path("scoreSequence").asLong(), client, sequence));
                sequence = score.path("scoreSequence").asLong();
            }
        }
        for (StoredEvent event : events) {
            int count = perEvent.getOrDefault(event.id(), 0);
            if (count != 1) {
                differences.add("%s/%d has %d score records".formatted(client, event.version(), count));
            }
        }
    }
}
