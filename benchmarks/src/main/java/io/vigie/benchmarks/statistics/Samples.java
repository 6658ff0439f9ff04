package io.vigie.benchmarks.statistics;

import java.util.Arrays;
import java.util.Collection;

/** Numbers that were measured, in ascending order. */
public final class Samples {

    private final double[] ascending;

    private Samples(double[] ascending) {
        this.ascending = ascending;
    }

    /**
     * Of these numbers, in any order.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Samples of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Samples(sorted);
    }

    /** As {@link #of(double...)}. */
    public static Samples of(Collection<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The middle one, or the mean of the two in the middle. */
    public double median() {
        int middle = ascending.length / 2;
        return ascending.length % 2 == 1 ? ascending[middle] : (ascending[middle - 1] + ascending[middle]) / 2;
    }

    /**
     * The smallest number that at least {@code share} of all are not above (nearest rank).
     *
     * @param share above 0, at most 1
     */
    public double percentile(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is above 0 and at most 1");
        }
        return ascending[(int) Math.ceil(share * ascending.length) - 1];
    }

    public double least() {
        return ascending[0];
    }

    public double most() {
        return ascending[ascending.length - 1];
    }

    public int size() {
        return ascending.length;
    }
}
