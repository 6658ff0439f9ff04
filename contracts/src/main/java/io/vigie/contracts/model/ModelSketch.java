package io.vigie.contracts.model;

import io.vigie.contracts.sketch.Sketch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a version was given and what it answered on one day, of the clients of one partition; value on
 * {@code vigie.model.sketches.v1} under the key {@link #key()}. Each client counts once a day. The counts are the whole of that
 * day so far, so the latest record of a key says all.
 *
 * @param name of the model
 * @param version counted from 1
 * @param day UTC
 * @param partition of {@code vigie.client.events.v1}
 * @param score the probabilities; missing where the client couldn't be scored
 * @param inputs the features by name
 * @param updatedAt when
 */
public record ModelSketch(
        String name,
        int version,
        LocalDate day,
        int partition,
        Sketch score,
        Map<String, Sketch> inputs,
        Instant updatedAt) {

    /** Copies the map and keeps its order. */
    public ModelSketch {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    /** {@code churn/2/2026-03-02/7}. */
    public String key() {
        return name + "/" + version + "/" + day + "/" + partition;
    }
}
