package io.vigie.benchmarks.statistics;

/**
 * What a figure is to reach.
 *
 * @param atLeast whether the bound is the least that will do, or else the most
 */
public record Target(boolean atLeast, double bound) {

    public static Target atLeast(double bound) {
        return new Target(true, bound);
    }

    public static Target atMost(double bound) {
        return new Target(false, bound);
    }

    /** Whether {@code value} will do. */
    public boolean isMetBy(double value) {
        return atLeast ? value >= bound : value <= bound;
    }
}
