package io.vigie.acceptance.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Every client event has its one score record, and each client's records count from 1 without a hole. */
final class ScoreCheck {

    private ScoreCheck() {}

    static List<String> findings(Evidence evidence) {
        List<String> findings = new ArrayList<>();
        evidence.clientsInStore().forEach((client, events) -> {
            List<JsonNode> scores = evidence.scores().getOrDefault(client, List.of());
            Map<String, Integer> perEvent = new HashMap<>();
            long sequence = 0;
            for (JsonNode score : scores) {
                perEvent.merge(score.path("eventId").asString(""), 1, Integer::sum);
                if (score.path("scoreSequence").asLong() != ++sequence) {
                    findings.add("score %d of %s stands where %d should"
                            .formatted(score.path("scoreSequence").asLong(), client, sequence));
                    sequence = score.path("scoreSequence").asLong();
                }
            }
            for (StoredEvent event : events) {
                int count = perEvent.getOrDefault(event.id(), 0);
                if (count != 1) {
                    findings.add("%s/%d has %d score records".formatted(client, event.version(), count));
                }
            }
        });
        return findings;
    }
}
