package io.vigie.contracts.model;

import java.util.Locale;

/** What a version of a model is used for; at most one version of a name has each. On the wire the name in lower case. */
public enum Alias {
    /** Its scores are the clients' risk. */
    CHAMPION,
    /** It scores in shadow: the same events and features, for comparison only. */
    CHALLENGER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
