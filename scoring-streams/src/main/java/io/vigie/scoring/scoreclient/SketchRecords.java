package io.vigie.scoring.scoreclient;

import io.vigie.contracts.model.ModelSketch;
import io.vigie.contracts.sketch.Sketch;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes the record of a day from its counts.
 *
 * @param partition of the client events
 */
record SketchRecords(int partition) {

    ModelSketch of(SketchKey key, BinCounts counted, Instant now) {
        Map<String, Sketch> sketches = new TreeMap<>();
        counted.byField().forEach((field, counts) -> sketches.put(field, sketch(counts)));
        Sketch score = sketches.remove(SketchKey.SCORE);
        return new ModelSketch(
                ScoringTopology.MODEL,
                key.version(),
                key.day(),
                partition,
                score == null ? Sketch.EMPTY : score,
                sketches,
                now);
    }

    private static Sketch sketch(SortedMap<String, Long> counts) {
        SortedMap<Integer, Long> bins = new TreeMap<>();
        long missing = 0;
        long invalid = 0;
        long outOfRange = 0;
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            switch (count.getKey()) {
                case SketchKey.MISSING -> missing = count.getValue();
                case SketchKey.INVALID -> invalid = count.getValue();
                case SketchKey.OUT_OF_RANGE -> outOfRange = count.getValue();
                default -> bins.put(Integer.valueOf(count.getKey()), count.getValue());
            }
        }
        return new Sketch(missing, invalid, outOfRange, bins);
    }
}
