package io.vigie.training.judge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Stratified folds by lot: each has the share of positives that the whole has, give or take one row. */
public final class Folds {

    private Folds() {}

    /**
     * Draws by {@link Random}, whose numbers are laid down, so that the same seed gives the same folds on every machine.
     *
     * @param y 0 or 1 for each row; a row with another number stays outside
     * @param folds at least 2
     * @return for each row its fold, from 0, or −1 for a row that is outside
     */
    public static int[] draw(int[] y, int folds, long seed) {
        Random random = new Random(seed);
        int[] fold = new int[y.length];
        int first = 0;
        for (int label = 0; label <= 1; label++) {
            List<Integer> rows = new ArrayList<>();
            for (int row = 0; row < y.length; row++) {
                if (y[row] == label) {
                    rows.add(row);
                }
            }
            Collections.shuffle(rows, random);
            for (int place = 0; place < rows.size(); place++) {
                fold[rows.get(place)] = (first + place) % folds;
            }
            // The second class goes on where the first ended, so that no fold gets the odd row of both.
            first = rows.size() % folds;
        }
        for (int row = 0; row < y.length; row++) {
            if (y[row] != 0 && y[row] != 1) {
                fold[row] = -1;
            }
        }
        return fold;
    }
}
