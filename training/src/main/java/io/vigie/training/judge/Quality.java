package io.vigie.training.judge;

import java.util.Arrays;

/**
 * How good probabilities are on rows whose outcome is known, all of it on probabilities, never on labels, but for the
 * last two.
 *
 * @param auc area under the ROC curve, 0–1: the chance that a positive has the higher probability of a pair, ties half
 *     (Mann–Whitney)
 * @param averagePrecision Σ (Rₙ − Rₙ₋₁) Pₙ over the distinct probabilities, falling, 0–1; no interpolation
 * @param logLoss mean of −ln of the probability given to what happened, nats, probabilities kept within 1e−15 of 0 and 1
 * @param brier mean squared difference between probability and outcome, 0–1
 * @param accuracy share of rows that are right at a threshold of 0.5
 * @param f1 harmonic mean of precision and recall at 0.5; 0 when there is no true positive
 */
public record Quality(double auc, double averagePrecision, double logLoss, double brier, double accuracy, double f1) {

    private static final double SMALLEST = 1e-15;

    /**
     * Judges.
     *
     * @param probabilities of being positive, 0–1
     * @param y 1 for each positive row, else 0; both must occur
     */
    public static Quality of(double[] probabilities, int[] y) {
        Confusion half = Confusion.at(0.5, probabilities, y);
        return new Quality(
                auc(probabilities, y),
                averagePrecision(probabilities, y),
                logLoss(probabilities, y),
                brier(probabilities, y),
                half.accuracy(),
                half.f1());
    }

    /** The area under the ROC curve, see {@link #auc()}. */
    public static double auc(double[] probabilities, int[] y) {
        long positives = Arrays.stream(y).sum();
        long negatives = y.length - positives;
        if (positives == 0 || negatives == 0) {
            throw new IllegalArgumentException("there must be positives and negatives");
        }
        double won = 0;
        long negativesBelow = negatives;
        for (Ties group : Ties.falling(probabilities, y)) {
            int negativesHere = group.rows() - group.positives();
            negativesBelow -= negativesHere;
            won += group.positives() * (negativesBelow + negativesHere / 2.0);
        }
        return won / positives / negatives;
    }

    static double averagePrecision(double[] probabilities, int[] y) {
        double positives = Arrays.stream(y).sum();
        double sum = 0;
        int flagged = 0;
        int found = 0;
        for (Ties group : Ties.falling(probabilities, y)) {
            flagged += group.rows();
            found += group.positives();
            sum += group.positives() / positives * found / flagged;
        }
        return sum;
    }

    /** See {@link #logLoss()}. */
    public static double logLoss(double[] probabilities, int[] y) {
        double sum = 0;
        for (int row = 0; row < y.length; row++) {
            double given = y[row] == 1 ? probabilities[row] : 1 - probabilities[row];
            sum -= StrictMath.log(Math.min(Math.max(given, SMALLEST), 1 - SMALLEST));
        }
        return sum / y.length;
    }

    static double brier(double[] probabilities, int[] y) {
        double sum = 0;
        for (int row = 0; row < y.length; row++) {
            sum += (probabilities[row] - y[row]) * (probabilities[row] - y[row]);
        }
        return sum / y.length;
    }
}
