package io.vigie.training.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The two curves over every threshold. */
public final class Curve {

    /**
     * One threshold.
     *
     * @param x horizontal, 0–1
     * @param y vertical, 0–1
     */
    public record Point(double x, double y) {}

    private Curve() {}

    /** Share of negatives flagged (x) against share of positives flagged (y), from (0,0) to (1,1). */
    public static List<Point> roc(double[] probabilities, int[] y) {
        double positives = Arrays.stream(y).sum();
        double negatives = y.length - positives;
        List<Point> points = new ArrayList<>(List.of(new Point(0, 0)));
        double found = 0;
        double wrong = 0;
        for (Ties group : Ties.falling(probabilities, y)) {
            found += group.positives();
            wrong += group.rows() - group.positives();
            points.add(new Point(wrong / negatives, found / positives));
        }
        return points;
    }

    /** Share of positives flagged (x, recall) against share of the flagged that are positive (y, precision). */
    public static List<Point> precisionRecall(double[] probabilities, int[] y) {
        double positives = Arrays.stream(y).sum();
        List<Point> points = new ArrayList<>();
        double found = 0;
        double flagged = 0;
        for (Ties group : Ties.falling(probabilities, y)) {
            found += group.positives();
            flagged += group.rows();
            points.add(new Point(found / positives, found / flagged));
        }
        return points;
    }

    /** At most about so many of the points, evenly by place, the first and the last among them. */
    public static List<Point> thinned(List<Point> points, int most) {
        if (points.size() <= most) {
            return points;
        }
        List<Point> kept = new ArrayList<>();
        for (int place = 0; place < most; place++) {
            kept.add(points.get((int) ((long) place * (points.size() - 1) / (most - 1))));
        }
        return kept;
    }
}
