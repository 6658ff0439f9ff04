package io.vigie.contracts.score;

/**
 * Where the bands of risk begin: low [0, medium), medium [medium, high), high [high, 1].
 *
 * @param mediumFrom above 0
 * @param highFrom above {@code mediumFrom}, at most 1
 */
public record Bands(double mediumFrom, double highFrom) {

    /** Refuses bands that are empty or out of order. */
    public Bands {
        if (!(0 < mediumFrom && mediumFrom < highFrom && highFrom <= 1)) {
            throw new IllegalArgumentException("Set vigie.bands so that 0 < medium-from < high-from <= 1: they are "
                    + mediumFrom + " and " + highFrom + ".");
        }
    }

    /** Where a probability from 0 to 1 lies. */
    public Band of(double probability) {
        if (probability >= highFrom) {
            return Band.HIGH;
        }
        return probability >= mediumFrom ? Band.MEDIUM : Band.LOW;
    }
}
