package io.vigie.scoring.scoreclient;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Kinds of reasons why there is no probability, few enough to be counted apart. */
enum Unscorable {
    /** The client's registration was evicted. */
    REGISTRATION,
    /** The model isn't asked for a while, as it holds up others. */
    TIME,
    /** The model failed, or gave no answer that can be used. */
    MODEL,
    /** What is known of the client can't be given to the model. */
    INPUT;

    static final String TOO_SLOW = "The model takes too long.";

    static final String NO_REGISTRATION = "The registration of the client was evicted.";

    /** The kind of a problem that is told in a sentence. */
    static Unscorable of(@Nullable String problem) {
        if (NO_REGISTRATION.equals(problem)) {
            return REGISTRATION;
        }
        if (TOO_SLOW.equals(problem)) {
            return TIME;
        }
        return problem == null || problem.startsWith("The model") ? MODEL : INPUT;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
