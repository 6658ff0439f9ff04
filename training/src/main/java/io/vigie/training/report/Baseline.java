package io.vigie.training.report;

/**
 * What nobody needs a model for: saying the share of positives for everybody, and deciding for the more frequent outcome.
 *
 * @param rate share of positives, 0–1
 */
public record Baseline(
        double rate, double auc, double averagePrecision, double logLoss, double brier, double accuracy, double f1) {

    /** Of so many positives among so many rows. */
    public static Baseline of(int positives, int rows) {
        double rate = (double) positives / rows;
        return new Baseline(
                rate,
                0.5,
                rate,
                -(rate * StrictMath.log(rate) + (1 - rate) * StrictMath.log(1 - rate)),
                rate * (1 - rate),
                Math.max(rate, 1 - rate),
                rate > 0.5 ? 2 * rate / (1 + rate) : 0);
    }
}
