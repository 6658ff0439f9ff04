package io.vigie.query.modeldrift;

import com.fasterxml.jackson.annotation.JsonValue;

/** What became of a distribution, from the mildest to the worst. */
enum Verdict {
    /** No verdict: nothing can be said of so few records. */
    TOO_FEW("too-few"),
    /** As before, as far as these records can tell. */
    STABLE("stable"),
    /** Moved somewhat, and not by chance. */
    WATCH("watch"),
    /** Another one, and not by chance. */
    DRIFTED("drifted");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** As it is told. */
    @JsonValue
    String word() {
        return word;
    }

    Verdict orWorse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
