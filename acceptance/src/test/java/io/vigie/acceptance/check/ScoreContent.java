package io.vigie.acceptance.check;

import io.vigie.pmml.Evaluation;
import io.vigie.pmml.Model;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the score records of one client must say: features by its events, outcome by the last record, score by its model. */
record ScoreContent(String client, List<StoredEvent> events, Map<String, Model> models, Differences differences) {

    /** As Vigie is set when nobody says otherwise. */
    private static final double MEDIUM_FROM = 0.3;

    private static final double HIGH_FROM = 0.6;

    void compare(List<JsonNode> scores) {
        JsonNode before = null;
        for (JsonNode score : scores) {
            compare(score, before);
            before = score;
        }
    }

    private void compare(JsonNode score, @Nullable JsonNode before) {
        String place = client + " score " + score.path("scoreSequence").asLong();
        long version = score.path("clientVersion").asLong();
        Optional<StoredEvent> event =
                events.stream().filter(any -> any.version() == version).findFirst();
        if (event.isEmpty()) {
            differences.add(place + " is of version " + version + ", which the client never had");
            return;
        }
        boolean unasked = !score.path("trigger").stringValue("").equals("event");
        differences.same(place, "eventId", unasked ? null : event.get().id(), score.path("eventId"));
        Fold fold = Fold.of(events, version);
        if (fold.status.equals("left")) {
            differences.same(place, "outcome", "departed", score.path("outcome"));
            differences.same(place, "probability", null, score.path("probability"));
            return;
        }
        boolean unchanged = before != null
                && before.path("probability").isNumber()
                && sha256(before).equals(sha256(score))
                && Same.json(before.path("features"), score.path("features"));
        differences.same(place, "outcome", unchanged ? "unchanged" : "scored", score.path("outcome"));
        Instant at = unasked
                ? Instant.parse(score.path("scoredAt").asString())
                : event.get().time();
        fold.features(at)
                .forEach((feature, value) -> differences.close(
                        place, feature, value, score.path("features").path(feature)));
        answer(place, score);
    }

    private void answer(String place, JsonNode score) {
        Map<String, Double> features = new HashMap<>();
        score.path("features")
                .properties()
                .forEach(feature ->
                        features.put(feature.getKey(), feature.getValue().asDouble()));
        Model model = models.get(sha256(score));
        if (model == null) {
            differences.add(place + " is by a model that there isn't");
            return;
        }
        if (model.evaluate(features) instanceof Evaluation.Scored direct) {
            differences.close(place, "probability", direct.probability(), score.path("probability"));
            differences.same(place, "band", band(score.path("probability").asDouble(Double.NaN)), score.path("band"));
        } else {
            differences.add(place + " has features that the model refuses");
        }
        differences.same(place, "model", model.name(), score.path("model").path("name"));
        differences.same(
                place, "model version", model.version(), score.path("model").path("version"));
    }

    private static String sha256(JsonNode score) {
        return score.path("model").path("sha256").asString("");
    }

    private static String band(double probability) {
        return probability < MEDIUM_FROM ? "low" : probability < HIGH_FROM ? "medium" : "high";
    }
}
