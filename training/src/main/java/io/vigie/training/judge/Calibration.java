package io.vigie.training.judge;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.stat.interval.BinomialProportion;

/** Whether "20 %" happens in 20 of 100: rows in bins by probability, what was said against what happened. */
public final class Calibration {

    private static final double CONFIDENCE = 0.95;

    /**
     * Rows whose probabilities are near each other.
     *
     * @param n how many, at least 1
     * @param predicted mean probability, 0–1
     * @param observed share of positives, 0–1
     * @param low lower end of its 95 % interval (Wilson)
     * @param high upper end
     */
    public record Bin(int n, double predicted, double observed, double low, double high) {}

    private Calibration() {}

    /** At most so many bins of about as many rows; rows with the same probability are never parted. */
    public static List<Bin> bins(double[] probabilities, int[] y, int most) {
        List<Ties> groups = Ties.falling(probabilities, y);
        List<Bin> bins = new ArrayList<>();
        int done = 0;
        int n = 0;
        int positives = 0;
        double sum = 0;
        for (int group = groups.size() - 1; group >= 0; group--) {
            Ties ties = groups.get(group);
            n += ties.rows();
            positives += ties.positives();
            sum += ties.probability() * ties.rows();
            // The next cut that lies ahead: rows of one probability may have swallowed some.
            long cut = ((long) done * most / y.length + 1) * y.length / most;
            if (done + n >= cut || group == 0) {
                bins.add(bin(n, sum / n, positives));
                done += n;
                n = 0;
                positives = 0;
                sum = 0;
            }
        }
        return bins;
    }

    private static Bin bin(int n, double predicted, int positives) {
        var interval = BinomialProportion.getWilsonScoreInterval(n, (double) positives / n, CONFIDENCE);
        return new Bin(
                n,
                predicted,
                (double) positives / n,
                Math.max(0, interval.getLowerBound()),
                Math.min(1, interval.getUpperBound()));
    }
}
