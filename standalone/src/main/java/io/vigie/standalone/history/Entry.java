package io.vigie.standalone.history;

import io.vigie.standalone.clients.RiskText;
import io.vigie.standalone.output.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line of a client's history.
 *
 * @param version of the client after the event, or after the one that was scored last
 * @param scoreSequence 0 for an event, which stands before its scores
 * @param kind {@code event} or {@code score}
 * @param type of the event, or what became of it in scoring
 * @param by who did it, or what made the score be computed
 * @param json as the API gives it, with its kind in front
 */
record Entry(
        long version,
        long scoreSequence,
        String kind,
        String time,
        String type,
        @Nullable String by,
        @Nullable String risk,
        @Nullable String details,
        ObjectNode json) {

    static Entry event(JsonNode event) {
        return new Entry(
                event.path("version").asLong(0),
                0,
                "event",
                event.path("time").asString(""),
                event.path("type").asString(""),
                RiskText.text(event, "actor"),
                null,
                Json.line(event.path("payload")),
                marked("event", event));
    }

    static Entry score(JsonNode score) {
        String problem = RiskText.text(score, "problem");
        return new Entry(
                score.path("clientVersion").asLong(0),
                score.path("scoreSequence").asLong(0),
                "score",
                score.path("scoredAt").asString(""),
                score.path("outcome").asString(""),
                RiskText.text(score, "trigger"),
                RiskText.inPercent(score.path("probability")),
                problem == null ? RiskText.listed(score.path("reasons")) : problem,
                marked("score", score));
    }

    private static ObjectNode marked(String kind, JsonNode entry) {
        ObjectNode marked = JsonMapper.shared().createObjectNode().put("kind", kind);
        entry.properties().forEach(field -> marked.set(field.getKey(), field.getValue()));
        return marked;
    }
}
