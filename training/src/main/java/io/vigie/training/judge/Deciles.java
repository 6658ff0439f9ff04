package io.vigie.training.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What calling the tenth with the highest probabilities brings, then the next, and so on. */
public final class Deciles {

    private static final int PARTS = 10;

    /**
     * One tenth of the rows.
     *
     * @param decile 1 has the highest probabilities
     * @param rows how many, a fraction where the rows don't divide by ten
     * @param positives how many of them are positive
     * @param gain share of all positives in this and the ones before, 0–1
     * @param lift share of positives here over that of all rows; 1 is chance
     */
    public record Decile(int decile, double rows, double positives, double gain, double lift) {}

    private Deciles() {}

    /** Ten parts; where rows of one probability fall into two, their positives are shared out in proportion. */
    public static List<Decile> of(double[] probabilities, int[] y) {
        double all = Arrays.stream(y).sum();
        double size = (double) y.length / PARTS;
        List<Ties> groups = Ties.falling(probabilities, y);
        List<Decile> deciles = new ArrayList<>();
        double found = 0;
        double before = 0;
        for (int decile = 1; decile <= PARTS; decile++) {
            found = decile == PARTS ? all : found(groups, decile * size);
            double here = found - before;
            deciles.add(new Decile(decile, size, here, found / all, here / size / (all / y.length)));
            before = found;
        }
        return deciles;
    }

    private static double found(List<Ties> groups, double rows) {
        double left = rows;
        double found = 0;
        for (Ties group : groups) {
            double share = Math.min(1, left / group.rows());
            found += share * group.positives();
            left -= share * group.rows();
            if (left <= 0) {
                break;
            }
        }
        return found;
    }
}
