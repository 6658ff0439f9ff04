package io.vigie.query.modelquality;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the scores that a version gave as champion: of each client the first one of each calendar month (UTC).
 *
 * @param asOf moment that all of it is of
 * @param horizonDays how many days after a score a departure counts for it
 * @param months how many months of scores {@code matured} and {@code rolling} are of, the last ones that have any matured
 * @param window how many months each point of {@code rolling} is of
 * @param matured scores whose horizon is over
 * @param calibration of the matured; null without enough evidence
 * @param rolling the same month by month, oldest first
 * @param soFar the other scores, of which only who left is known: nobody has stayed long enough yet
 */
record ModelQuality(
        String modelName,
        int version,
        Instant asOf,
        long horizonDays,
        int months,
        int window,
        Cohort matured,
        @Nullable Calibration calibration,
        List<RollingPoint> rolling,
        SoFar soFar) {

    /**
     * Scores with their outcome.
     *
     * @param scores how many
     * @param left how many were followed by a departure within the horizon
     * @param flagged how many were in the high band when they were given
     * @param clientsLeft how many clients those that left are of
     * @param clientsStayed how many clients the others are of
     * @param why there are no measures; null when there are
     * @param measures null with fewer than ten clients of either outcome
     */
    record Cohort(
            long scores,
            long left,
            long flagged,
            long clientsLeft,
            long clientsStayed,
            @Nullable String why,
            @Nullable Measures measures) {}

    /**
     * How good they were. Intervals are at 95 %, and as wide as if each client had been scored once: what is said of one
     * client month after month isn't new evidence.
     *
     * @param auc how likely one that left had a higher probability than one that stayed; 0.5 is chance
     * @param predicted mean probability, 0–1
     * @param observed share that left: with {@code predicted} outside of its interval, more or fewer left than was said
     * @param brier mean squared difference of probability and outcome (Brier 1950), 0–1, less is better
     * @param logLoss mean negative natural logarithm of what was said of the outcome, from 0, less is better
     * @param precision share of the flagged that left; null when none was flagged
     * @param recall share of those that left that had been flagged, 0–1
     */
    record Measures(
            Figure auc,
            double predicted,
            Figure observed,
            double brier,
            double logLoss,
            @Nullable Figure precision,
            double recall) {}

    /**
     * Whether as many left as was said.
     *
     * @param predicted mean probability, 0–1
     * @param observed share that left
     * @param difference observed minus predicted, −1 to 1: calibration in the large
     * @param tenths by probability, lowest first; those without a score are absent
     */
    record Calibration(double predicted, Figure observed, double difference, List<Tenth> tenths) {}

    /**
     * Scores of which about the same was said.
     *
     * @param from least probability: 0, 0.1, … 0.9
     * @param to the probability from which on it is the next one; 1 belongs to the last
     * @param predicted mean probability, 0–1
     * @param observed share that left
     */
    record Tenth(double from, double to, long scores, double predicted, Figure observed) {}

    /**
     * Scores of some months.
     *
     * @param from first month, as 2025-01
     * @param month last month
     */
    record RollingPoint(String from, String month, Cohort cohort) {}

    /**
     * Scores whose horizon isn't over.
     *
     * @param open how many
     * @param nextMaturesAt when the first one's horizon is over; null without any
     * @param flagged those in the high band when they were given
     * @param others all others
     */
    record SoFar(long open, @Nullable Instant nextMaturesAt, OpenScores flagged, OpenScores others) {}

    /**
     * Open scores.
     *
     * @param left how many were followed by a departure already
     * @param shareAtLeast share that left already, 0–1: a lower bound of what it will be; null without any
     * @param daysObserved how long they have been watched on average, until the departure or now; null without any
     */
    record OpenScores(
            long scores,
            long left,
            @Nullable Double shareAtLeast,
            @Nullable Double daysObserved) {

        static final OpenScores NONE = new OpenScores(0, 0, null, null);
    }
}
