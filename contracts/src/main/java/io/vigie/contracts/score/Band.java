package io.vigie.contracts.score;

import java.util.Locale;

/** Half-open intervals of the probability; where they end is a setting. On the wire the name in lower case. */
public enum Band {
    /** By default [0, 0.3). */
    LOW,
    /** By default [0.3, 0.6). */
    MEDIUM,
    /** By default [0.6, 1]: at risk, while the client is active. */
    HIGH;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
