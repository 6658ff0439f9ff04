package io.vigie.contracts.score;

import java.util.Locale;

/** What made a score be computed. On the wire the name in lower case. */
public enum Trigger {
    /** A client event. */
    EVENT,
    /** Time alone: the regular re-scoring of all active clients. */
    SCHEDULE,
    /** Another champion: every active client is scored anew. In shadow a new challenger, too. */
    MODEL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
