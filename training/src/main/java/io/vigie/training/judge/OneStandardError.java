package io.vigie.training.judge;

import java.util.List;

/**
 * The rule of one standard error (L. Breiman and others, "Classification and Regression Trees", 1984, section 3.4.3): among
 * those that are not worse than the best by more than the best's standard error, the simplest is taken.
 */
public final class OneStandardError {

    private OneStandardError() {}

    /**
     * Which is best.
     *
     * @param spreads of a measure of which more is better, in order of simplicity, at least one
     */
    public static int best(List<Spread> spreads) {
        int best = 0;
        for (int index = 1; index < spreads.size(); index++) {
            if (spreads.get(index).mean() > spreads.get(best).mean()) {
                best = index;
            }
        }
        return best;
    }

    /** Which is taken; the arguments are those of {@link #best}. */
    public static int simplest(List<Spread> spreads) {
        Spread best = spreads.get(best(spreads));
        for (int index = 0; index < spreads.size(); index++) {
            if (spreads.get(index).mean() >= best.mean() - best.standardError()) {
                return index;
            }
        }
        throw new IllegalArgumentException("a mean is not a number");
    }
}
