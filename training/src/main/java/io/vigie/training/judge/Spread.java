package io.vigie.training.judge;

import org.hipparchus.stat.StatUtils;

/**
 * A measure over the folds of a repeated cross-validation.
 *
 * @param mean over all folds of all repeats
 * @param standardDeviation between them (n − 1)
 * @param standardError of the mean, corrected for folds that share training rows: √(1/n + test/training) · standard
 *     deviation, after Nadeau and Bengio (2003), see {@link PairedComparison}; s/√n would shrink with every repeat although
 *     nothing new was seen
 * @param n how many folds
 */
public record Spread(double mean, double standardDeviation, double standardError, int n) {

    /**
     * Of one value per fold.
     *
     * @param folds into how many parts each repeat cut the rows, at least 2: training has folds − 1 times the test's rows
     */
    public static Spread of(double[] values, int folds) {
        double deviation = StrictMath.sqrt(StatUtils.variance(values));
        return new Spread(
                StatUtils.mean(values), deviation, deviation * correction(values.length, folds), values.length);
    }

    static double correction(int n, int folds) {
        return StrictMath.sqrt(1.0 / n + 1.0 / (folds - 1));
    }
}
