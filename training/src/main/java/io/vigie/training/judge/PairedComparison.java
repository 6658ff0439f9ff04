package io.vigie.training.judge;

import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.StatUtils;

/**
 * Whether one candidate is better than another on the same folds by more than noise: the corrected resampled t-test of
 * C. Nadeau and Y. Bengio, "Inference for the Generalization Error", Machine Learning 52 (2003) 239–281. With d the mean of
 * the n differences, s² their variance, and training and test of n₁ and n₂ rows,
 * t = d / √((1/n + n₂/n₁) s²) has about n − 1 degrees of freedom.
 *
 * @param difference mean of first minus second
 * @param low lower end of its 95 % interval
 * @param high upper end
 * @param p two-sided; the chance of such a difference if there were none
 */
public record PairedComparison(double difference, double low, double high, double p) {

    /** Below this a difference counts as more than noise. */
    public static final double LEVEL = 0.05;

    /**
     * Compares.
     *
     * @param first one value per fold
     * @param second one value per fold, in the same order, at least 2
     * @param folds as in {@link Spread#of}
     */
    public static PairedComparison of(double[] first, double[] second, int folds) {
        double[] differences = new double[first.length];
        for (int fold = 0; fold < first.length; fold++) {
            differences[fold] = first[fold] - second[fold];
        }
        double mean = StatUtils.mean(differences);
        double error = StrictMath.sqrt(StatUtils.variance(differences)) * Spread.correction(differences.length, folds);
        if (error == 0) {
            return new PairedComparison(mean, mean, mean, mean == 0 ? 1 : 0);
        }
        TDistribution t = new TDistribution(differences.length - 1.0);
        double half = t.inverseCumulativeProbability(1 - LEVEL / 2) * error;
        double p = 2 * t.cumulativeProbability(-Math.abs(mean / error));
        return new PairedComparison(mean, mean - half, mean + half, p);
    }

    /** Whether the difference is more than noise, at the level of 5 %. */
    public boolean moreThanNoise() {
        return p < LEVEL;
    }
}
