package io.vigie.query.projectscores;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The band that a client had before the one that it has. What it says follows from the client's scores alone, so that views
 * that are built again say the same.
 *
 * @param band null while there was no other one; while the client can't be scored, the last one that it had
 * @param since from when on it has had another one: when the first score with that was given; null without a change
 */
record FormerBand(@Nullable String band, @Nullable Instant since) {

    static final FormerBand NONE = new FormerBand(null, null);

    /**
     * After the next score. Time without a score is no band: only what holds before and after it is compared, and of the same
     * again nothing is known to have changed.
     *
     * @param held the band so far, null for none
     * @param next the band by that score, null for none
     */
    FormerBand after(@Nullable String held, @Nullable String next, Instant scoredAt) {
        if (next == null) {
            return held == null ? this : new FormerBand(held, null);
        }
        String before = held == null ? band : held;
        if (before != null && !before.equals(next)) {
            return new FormerBand(before, scoredAt);
        }
        return held == null ? NONE : this;
    }
}
