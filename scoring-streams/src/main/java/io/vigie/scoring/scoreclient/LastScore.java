package io.vigie.scoring.scoreclient;

import java.util.Arrays;

/**
 * What must be known of the last score record of a client.
 *
 * @param sequence of that record, 0 when there is none yet
 * @param at epoch milliseconds
 * @param model digest of the model's checksum; 0 before the first record, or when there was no probability and an earlier
 *     build wrote it
 * @param features that it was given, empty when it had no probability
 */
record LastScore(long sequence, long at, long model, double[] features) {

    static final LastScore NONE = new LastScore(0, 0, 0, new double[0]);

    /** As it was before that record: the next one gets the number of that one again. */
    LastScore before() {
        return new LastScore(sequence - 1, at, model, features);
    }

    boolean same(long otherModel, double[] otherFeatures) {
        return model == otherModel && Arrays.equals(features, otherFeatures);
    }
}
