package io.vigie.contracts.score;

import java.util.Locale;

/** What became of one client event in scoring. On the wire the name in lower case. */
public enum Outcome {
    /** The features changed (or the client came back) and got a probability. */
    SCORED,
    /** The features are those of the last score; its probability is repeated. */
    UNCHANGED,
    /** The model gave no usable answer; {@link ClientScore#problem()} says why. */
    UNSCORABLE,
    /** The client has left; there is no risk to speak of. */
    DEPARTED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
