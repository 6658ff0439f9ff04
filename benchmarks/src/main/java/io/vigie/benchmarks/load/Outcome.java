package io.vigie.benchmarks.load;

import java.util.List;

/** How much was done in which time. */
public record Outcome(long count, long nanos) {

    public double perSecond() {
        return count / (nanos / 1e9);
    }

    /** As a contender answers. */
    public List<Object> words() {
        return List.of(count, nanos);
    }
}
