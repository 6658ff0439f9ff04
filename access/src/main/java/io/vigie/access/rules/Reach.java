package io.vigie.access.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a rule lets a role reach, from nothing to everything. */
public enum Reach {
    /** Not at all. */
    NONE("-"),
    /** Everybody's, without names or anything else that tells who somebody is. */
    MASKED("masked"),
    /** What belongs to the portfolio of the account manager; for that role everything else does not exist. */
    OWN("own"),
    /** Everybody's. */
    ALL("all");

    private final String word;

    Reach(String word) {
        this.word = word;
    }

    static Optional<Reach> of(String word) {
        return Arrays.stream(values()).filter(reach -> reach.word.equals(word)).findFirst();
    }

    /** The word in the table. */
    @Override
    public String toString() {
        return word;
    }

    /** The wider of two. */
    Reach or(Reach other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** For people. */
    String text() {
        return this == NONE ? "" : word.toLowerCase(Locale.ROOT);
    }
}
