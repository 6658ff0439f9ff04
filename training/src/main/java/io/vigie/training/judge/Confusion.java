package io.vigie.training.judge;

/**
 * What becomes of the rows when those at or above a threshold are flagged.
 *
 * @param threshold 0–1, or above 1 when nothing can be flagged
 */
public record Confusion(
        double threshold, int truePositives, int falsePositives, int falseNegatives, int trueNegatives) {

    /** Counts. */
    public static Confusion at(double threshold, double[] probabilities, int[] y) {
        int[] counts = new int[4];
        for (int row = 0; row < y.length; row++) {
            counts[(probabilities[row] >= threshold ? 0 : 2) + (y[row] == 1 ? 0 : 1)]++;
        }
        return new Confusion(threshold, counts[0], counts[1], counts[2], counts[3]);
    }

    /** How many rows are flagged. */
    public int flagged() {
        return truePositives + falsePositives;
    }

    /** How many rows there are. */
    public int rows() {
        return flagged() + falseNegatives + trueNegatives;
    }

    /** Share of the rows that are right. */
    public double accuracy() {
        return (double) (truePositives + trueNegatives) / rows();
    }

    /** Share of the flagged that are positive; 0 when none is flagged. */
    public double precision() {
        return flagged() == 0 ? 0 : (double) truePositives / flagged();
    }

    /** Share of the positives that are flagged; 0 when there are none. */
    public double recall() {
        int positives = truePositives + falseNegatives;
        return positives == 0 ? 0 : (double) truePositives / positives;
    }

    /** Harmonic mean of precision and recall; 0 when there is no true positive. */
    public double f1() {
        return truePositives == 0 ? 0 : 2.0 * truePositives / (2 * truePositives + falsePositives + falseNegatives);
    }
}
