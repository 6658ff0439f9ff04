package io.vigie.pmml.churn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How good probabilities are; all but the last two are computed on the probabilities, never on labels.
 *
 * @param auc area under the ROC curve: the chance that one who left got the higher probability, ties half
 * @param brier mean squared error
 * @param logLoss mean negative log-likelihood, natural logarithm
 * @param accuracy share of right labels at 0.5
 * @param f1 of those who left, at 0.5
 */
record Quality(double auc, double brier, double logLoss, double accuracy, double f1) {

    static Quality of(double[] p, int[] y) {
        double squares = 0;
        double log = 0;
        int right = 0;
        int hit = 0;
        int named = 0;
        for (int row = 0; row < p.length; row++) {
            boolean label = p[row] >= 0.5;
            squares += (p[row] - y[row]) * (p[row] - y[row]);
            log -= StrictMath.log(y[row] == 1 ? p[row] : 1 - p[row]);
            right += label == (y[row] == 1) ? 1 : 0;
            hit += label && y[row] == 1 ? 1 : 0;
            named += (label ? 1 : 0) + y[row];
        }
        return new Quality(
                auc(p, y),
                squares / p.length,
                log / p.length,
                (double) right / p.length,
                2.0 * hit / Math.max(1, named));
    }

    /** Mann–Whitney: from the ranks of those who left, ties sharing their mean rank. */
    static double auc(double[] p, int[] y) {
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> p[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        double ranks = 0;
        for (int from = 0, to; from < order.length; from = to) {
            to = from;
            while (to < order.length && p[order[to]] == p[order[from]]) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            for (int tied = from; tied < to; tied++) {
                ranks += y[order[tied]] == 1 ? rank : 0;
            }
        }
        double left = Arrays.stream(y).sum();
        return (ranks - left * (left + 1) / 2) / (left * (y.length - left));
    }
}
