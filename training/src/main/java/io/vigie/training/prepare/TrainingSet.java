package io.vigie.training.prepare;

import java.util.Arrays;
import java.util.List;

/**
 * What all candidates learn from.
 *
 * @param target the column that is to be foretold
 * @param positive the word of the target that counts as 1
 * @param features at least one
 * @param leftOut the other columns
 * @param y 0 or 1 for each row
 */
public record TrainingSet(String target, String positive, List<Feature> features, List<LeftOut> leftOut, int[] y) {

    /** How many rows there are. */
    public int rows() {
        return y.length;
    }

    /** How many of them are positive. */
    public int positives() {
        return Arrays.stream(y).sum();
    }
}
