package io.vigie.training.fit;

import io.vigie.training.judge.Folds;
import java.util.Random;

/**
 * Who is judged by whom: outer folds for judging, and inside each training part inner folds for choosing a setting, so that
 * no row that judges has had a say in the choice.
 *
 * @param folds into how many parts each repeat cuts the rows
 * @param innerFolds into how many parts a training part is cut
 * @param outer for each repeat the fold of each row
 * @param inner for each repeat and outer fold the inner fold of each row, −1 for the rows of the outer fold itself
 * @param all the inner folds of all rows, for the model that is kept
 */
public record FoldPlan(int folds, int innerFolds, int[][] outer, int[][][] inner, int[] all) {

    private static final int OUTSIDE = 2;

    /** By lot, the same for the same seed. */
    public static FoldPlan draw(int[] y, int folds, int repeats, int innerFolds, long seed) {
        Random seeds = new Random(seed);
        int[][] outer = new int[repeats][];
        int[][][] inner = new int[repeats][folds][];
        for (int repeat = 0; repeat < repeats; repeat++) {
            outer[repeat] = Folds.draw(y, folds, seeds.nextLong());
            for (int fold = 0; fold < folds; fold++) {
                int[] training = y.clone();
                for (int row = 0; row < y.length; row++) {
                    training[row] = outer[repeat][row] == fold ? OUTSIDE : y[row];
                }
                inner[repeat][fold] = Folds.draw(training, innerFolds, seeds.nextLong());
            }
        }
        return new FoldPlan(folds, innerFolds, outer, inner, Folds.draw(y, innerFolds, seeds.nextLong()));
    }

    /** How often all rows are cut anew. */
    public int repeats() {
        return outer.length;
    }
}
