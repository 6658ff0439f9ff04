package io.vigie.query.modelquality;

import io.vigie.web.Rejected;
import java.time.Duration;

/**
 * How long an answer may take, and of how many scores it may be.
 *
 * @param end when time is up, as {@link System#nanoTime()} tells it
 * @param scores how many scores there may be
 */
record Limits(long end, int scores) {

    /** A heap of 256 MB has room for them: 8 bytes each, the arrays that they are in up to thrice that while they grow. */
    private static final int MOST_SCORES = 3_000_000;

    private static final int EVERY = 1_024;

    /** From now on. */
    static Limits within(Duration most) {
        return new Limits(System.nanoTime() + most.toNanos(), MOST_SCORES);
    }

    /**
     * Looks at the clock once in a while.
     *
     * @param score which one it is, from 1
     * @throws Rejected 503 when it is one too many, or time is up
     */
    void check(int score) {
        if (score > scores || score % EVERY == 1 && System.nanoTime() - end >= 0) {
            throw tooMuch();
        }
    }

    static Rejected tooMuch() {
        return Rejected.notReady(
                "takes-too-long",
                "Takes too long",
                "To go over so many scores takes too long: ask for fewer months or a smaller window, or when less is"
                        + " going on.",
                Duration.ofMinutes(1));
    }
}
