package io.vigie.query.modeldrift;

import io.vigie.contracts.sketch.Sketch;
import java.util.Map;

/**
 * Some days of a version, added up.
 *
 * @param score the probabilities
 * @param inputs by name
 */
record Window(Sketch score, Map<String, Sketch> inputs) {

    static final Window EMPTY = new Window(Sketch.EMPTY, Map.of());

    Sketch input(String name) {
        return inputs.getOrDefault(name, Sketch.EMPTY);
    }
}
