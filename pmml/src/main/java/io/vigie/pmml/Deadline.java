package io.vigie.pmml;

import java.time.Duration;

/** When nobody waits any more. */
record Deadline(long nanos) {

    static final String OVER = "The explanation takes too long.";

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean over() {
        return System.nanoTime() - nanos > 0;
    }
}
