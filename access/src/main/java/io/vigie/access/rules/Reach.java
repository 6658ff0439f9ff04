package io.vigie.access.rules;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
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

    private static final String ATTRIBUTE = Reach.class.getName();

    private final String word;

    Reach(String word) {
        this.word = word;
    }

    static Optional<Reach> of(String word) {
        return Arrays.stream(values()).filter(reach -> reach.word.equals(word)).findFirst();
    }

    /** How far the rule reaches that let a request through; not at all where no rule was asked. */
    public static Reach of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Reach granted ? granted : NONE;
    }

    /** Says so to whoever answers the request. */
    public void grantedTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The word in the table. */
    @Override
    public String toString() {
        return word;
    }

    /** The wider of two; of masked and own, which don't contain each other, the one that shows no stranger at all. */
    Reach or(Reach other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
