package io.vigie.contracts.sketch;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the values of one field are distributed: counts of {@link Bins}. Two of them are added exactly, in any order. A record
 * is in one bin, missing or invalid.
 *
 * @param missing records without a value
 * @param invalid records with a value that is infinite or that the model's document doesn't allow
 * @param outOfRange records in the bins whose value training never saw
 * @param bins records with a value, by bin; empty bins are absent
 */
public record Sketch(long missing, long invalid, long outOfRange, SortedMap<Integer, Long> bins) {

    /** Of no record at all. */
    public static final Sketch EMPTY = new Sketch(0, 0, 0, new TreeMap<>());

    /**
     * Copies.
     *
     * @throws IllegalArgumentException when a count is negative
     */
    public Sketch {
        bins = Collections.unmodifiableSortedMap(new TreeMap<>(bins));
        if (missing < 0
                || invalid < 0
                || outOfRange < 0
                || bins.values().stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("a sketch counts from 0");
        }
    }

    /** The sketch of these values; NaN is missing, what is infinite invalid. */
    public static Sketch of(double... values) {
        SortedMap<Integer, Long> bins = new TreeMap<>();
        long missing = 0;
        long invalid = 0;
        for (double value : values) {
            if (Double.isNaN(value)) {
                missing++;
            } else if (Double.isInfinite(value)) {
                invalid++;
            } else {
                bins.merge(Bins.of(value), 1L, Long::sum);
            }
        }
        return new Sketch(missing, invalid, 0, bins);
    }

    /** The sketch of the records of both. */
    public Sketch merged(Sketch other) {
        SortedMap<Integer, Long> sum = new TreeMap<>(bins);
        other.bins.forEach((bin, count) -> sum.merge(bin, count, Long::sum));
        return new Sketch(missing + other.missing, invalid + other.invalid, outOfRange + other.outOfRange, sum);
    }

    /** Records with a value. */
    public long values() {
        return bins.values().stream().mapToLong(Long::longValue).sum();
    }

    /** All records. */
    public long records() {
        return values() + missing + invalid;
    }
}
