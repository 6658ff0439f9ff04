package io.vigie.scoring.scoreclient;

import io.vigie.contracts.sketch.Bins;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * A version on a day: {@code version/day} in the store of counts with {@code version/day/recent} beside it, where earlier builds had
 * {@code version/day/field/bin}.
 *
 * @param day UTC
 */
record SketchKey(int version, LocalDate day) implements Comparable<SketchKey> {

    /** Stands for the probability among the fields; no feature is called that. */
    static final String SCORE = "score";

    static final String MISSING = "missing";
    static final String INVALID = "invalid";
    static final String OUT_OF_RANGE = "outOfRange";

    private static final Comparator<SketchKey> ORDER =
            Comparator.comparing(SketchKey::day).thenComparing(SketchKey::version);

    /** From a key of the store. */
    static SketchKey of(String key) {
        String[] parts = key.split("/", 3);
        return new SketchKey(Integer.parseInt(parts[0]), LocalDate.parse(parts[1]));
    }

    static boolean isOfBin(String key) {
        return key.split("/", 4).length == 4;
    }

    static String fieldOf(String key) {
        return key.split("/", 4)[2];
    }

    static String binOf(String key) {
        return key.split("/", 4)[3];
    }

    /** As a key of the store. */
    String text() {
        return version + "/" + day;
    }

    /** Where a value counts. */
    static String place(double value) {
        if (Double.isNaN(value)) {
            return MISSING;
        }
        return Double.isInfinite(value) ? INVALID : Integer.toString(Bins.of(value));
    }

    @Override
    public int compareTo(SketchKey other) {
        return ORDER.compare(this, other);
    }
}
