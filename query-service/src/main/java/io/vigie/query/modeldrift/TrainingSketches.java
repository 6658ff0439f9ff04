package io.vigie.query.modeldrift;

import io.vigie.contracts.sketch.Bins;
import io.vigie.contracts.sketch.Sketch;
import io.vigie.query.platform.Wire;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What training saw, out of a version's card: {@code inputs[].name} with {@code inputs[].sketch}, and {@code scores}, the
 * sketch of the probabilities of records that the model hadn't learned from. A card is whatever somebody uploaded: what
 * isn't like that is as if it weren't there.
 */
final class TrainingSketches {

    private static final int LAST_BIN = Bins.of(Double.MAX_VALUE);

    private TrainingSketches() {}

    /** Null unless there are sketches of the scores and of all these inputs. */
    static @Nullable Window of(@Nullable JsonNode card, List<String> names) {
        if (card == null) {
            return null;
        }
        Sketch score = sketch(card.path("scores"));
        Map<String, Sketch> inputs = new TreeMap<>();
        for (JsonNode input : card.path("inputs")) {
            Sketch sketch = sketch(input.path("sketch"));
            if (sketch != null) {
                inputs.put(input.path("name").asString(""), sketch);
            }
        }
        return score == null || !inputs.keySet().containsAll(names) ? null : new Window(score, inputs);
    }

    private static @Nullable Sketch sketch(JsonNode node) {
        try {
            Sketch sketch = node.path("bins").isObject() ? Wire.parse(node.toString(), Sketch.class) : null;
            return sketch == null
                            || sketch.bins().keySet().stream().anyMatch(bin -> Math.abs((long) bin) > LAST_BIN)
                            || sketch.bins().values().stream().anyMatch(count -> count > Integer.MAX_VALUE)
                            || sketch.missing() > Integer.MAX_VALUE
                            || sketch.invalid() > Integer.MAX_VALUE
                            || sketch.outOfRange() > Integer.MAX_VALUE
                    ? null
                    : sketch;
        } catch (JacksonException noSketch) {
            return null;
        }
    }
}
