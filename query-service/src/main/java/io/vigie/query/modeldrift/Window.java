package io.vigie.query.modeldrift;

import io.vigie.contracts.sketch.Sketch;
import java.util.Map;
import java.util.TreeMap;

/**
 * Some days of a version, added up.
 *
 * @param score the probabilities
 * @param inputs by name
 */
record Window(Sketch score, Map<String, Sketch> inputs) {

    static final Window EMPTY = new Window(Sketch.EMPTY, Map.of());

    Window merged(Window other) {
        Map<String, Sketch> sum = new TreeMap<>(inputs);
        other.inputs.forEach((input, sketch) -> sum.merge(input, sketch, Sketch::merged));
        return new Window(score.merged(other.score), sum);
    }

    Sketch input(String name) {
        return inputs.getOrDefault(name, Sketch.EMPTY);
    }
}
