package io.vigie.query.reasonwords;

import org.jspecify.annotations.Nullable;

/**
 * What a share is a share of.
 *
 * @param key of its texts
 * @param ofClients whether the inputs are those of a client, which have words of their own
 * @param inPoints whether a share is told in hundredths, as of a probability
 * @param name what the texts call it
 */
public record Effect(String key, boolean ofClients, boolean inPoints, String name) {

    /** The risk that a client leaves. */
    public static final Effect RISK = new Effect("risk", true, true, "");

    /** A probability of which nobody knows whether it is a good thing; of a category, if that is known. */
    public static Effect probability(@Nullable String category) {
        return category == null
                ? new Effect("probability", false, true, "")
                : new Effect("probability-of", false, true, category);
    }

    /** A number of that name. */
    public static Effect number(String output) {
        return new Effect("number", false, false, output);
    }
}
