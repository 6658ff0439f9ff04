package io.vigie.query.comparemodels;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Champion and challenger on the same clients.
 *
 * @param champion number of the version, null for none
 * @param challenger number of the version, null for none
 * @param clients active clients that both have scored
 * @param agreement share of them that both put in the same band, 0–1; null without clients
 * @param correlation of both probabilities, −1 to 1; null where one of them is always the same
 * @param meanDifference how much higher the challenger's probability is on average, −1 to 1; null without clients
 * @param scatter how many clients have which pair of probabilities, where there are any
 * @param bandChanges how many the challenger puts in another band: by the champion's band, by the challenger's
 * @param disagreements clients, the largest difference first
 * @param departures clients that left after both had scored them
 * @param outcomes what became of what both said; null with fewer than 30 departures, which tell nothing
 */
record ModelComparison(
        @Nullable Integer champion,
        @Nullable Integer challenger,
        long clients,
        @Nullable Double agreement,
        @Nullable Double correlation,
        @Nullable Double meanDifference,
        List<Cell> scatter,
        Map<String, Map<String, Long>> bandChanges,
        List<Disagreement> disagreements,
        long departures,
        @Nullable Outcomes outcomes) {

    /**
     * A square of 0.05 by 0.05.
     *
     * @param x where it begins in the champion's probability: 0, 0.05, … 0.95
     * @param y where it begins in the challenger's
     * @param n clients in it
     */
    record Cell(double x, double y, long n) {}

    /**
     * A client of whom both say something else.
     *
     * @param champion its probability of leaving, 0–1
     * @param challenger its probability of leaving, 0–1
     */
    record Disagreement(
            String clientId,
            String name,
            String company,
            double champion,
            double challenger,
            String championBand,
            String challengerBand) {}

    /** Of both, by the same clients. */
    record Outcomes(Outcome champion, Outcome challenger) {}

    /**
     * By the last scores of clients that left, and the present ones of those that stay.
     *
     * @param departed clients that left
     * @param stayed clients that stay so far
     * @param flagged clients in the high band, whether they left or not
     * @param precision share of the flagged that left, 0–1; null when none was flagged
     * @param recall share of those that left that were flagged, 0–1
     * @param auc how likely one that left had a higher probability than one that stays, 0–1; null when none stays
     */
    record Outcome(
            long departed,
            long stayed,
            long flagged,
            @Nullable Double precision,
            double recall,
            @Nullable Double auc) {}
}
