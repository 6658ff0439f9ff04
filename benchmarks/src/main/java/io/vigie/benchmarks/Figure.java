package io.vigie.benchmarks;

import io.vigie.benchmarks.statistics.Target;
import org.jspecify.annotations.Nullable;

/**
 * One number that a measurement came to.
 *
 * @param what in a few words
 * @param unit as it is written behind the number; {@code ×} for a ratio
 * @param target what it is to reach, null for a number that only explains others
 */
public record Figure(
        String what, double value, String unit, @Nullable Target target) {

    /** Explains others. */
    public static Figure of(String what, double value, String unit) {
        return new Figure(what, value, unit, null);
    }

    /** Whether it reaches its target; true without one. */
    public boolean isMet() {
        return target == null || target.isMetBy(value);
    }
}
