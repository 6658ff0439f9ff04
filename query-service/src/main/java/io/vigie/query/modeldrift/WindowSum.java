package io.vigie.query.modeldrift;

import io.vigie.contracts.sketch.Sketch;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up sketches in place: a year of them is thousands, and each would be copied with all before it. */
final class WindowSum {

    private final FieldSum score = new FieldSum();
    private final Map<String, FieldSum> inputs = new TreeMap<>();

    private static final class FieldSum {

        private final SortedMap<Integer, Long> bins = new TreeMap<>();
        private long missing;
        private long invalid;
        private long outOfRange;

        void add(Sketch sketch) {
            sketch.bins().forEach((bin, count) -> bins.merge(bin, count, Long::sum));
            missing += sketch.missing();
            invalid += sketch.invalid();
            outOfRange += sketch.outOfRange();
        }

        Sketch sketch() {
            return new Sketch(missing, invalid, outOfRange, bins);
        }
    }

    void add(Window window) {
        score.add(window.score());
        window.inputs().forEach((input, sketch) -> inputs.computeIfAbsent(input, name -> new FieldSum())
                .add(sketch));
    }

    Window window() {
        Map<String, Sketch> sums = new TreeMap<>();
        inputs.forEach((input, sum) -> sums.put(input, sum.sketch()));
        return new Window(score.sketch(), sums);
    }
}
