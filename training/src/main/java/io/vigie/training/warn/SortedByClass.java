package io.vigie.training.warn;

import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Whether the file has its rows in order of the outcome, by the runs test of A. Wald and J. Wolfowitz (1940): far fewer
 * runs of the same outcome than chance would give.
 */
final class SortedByClass {

    private static final double SURPRISE = 1e-6;

    private SortedByClass() {}

    static List<Warning> in(int[] y) {
        double n = y.length;
        double positives = 0;
        int runs = 1;
        for (int row = 0; row < y.length; row++) {
            positives += y[row];
            if (row > 0 && y[row] != y[row - 1]) {
                runs++;
            }
        }
        double twice = 2 * positives * (n - positives);
        double expected = twice / n + 1;
        double variance = twice * (twice - n) / (n * n * (n - 1));
        double p = new NormalDistribution().cumulativeProbability((runs - expected) / Math.sqrt(variance));
        return p < SURPRISE
                ? List.of(new Warning(
                        "sorted-by-class",
                        "The rows are sorted by outcome (%d runs where chance gives about %.0f): harmless here, where folds are drawn by lot, but a replay in file order would look like drift."
                                .formatted(runs, expected)))
                : List.of();
    }
}
