package io.vigie.scoring.scoreclient;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * What must be known of the last score record of a client.
 *
 * @param sequence of that record, 0 when there is none yet
 * @param at epoch milliseconds
 * @param model digest of the model's checksum; 0 before the first record, or when there was no probability and an earlier
 *     build wrote it
 * @param features that it was given, empty when it had no probability
 * @param counted versions whose sketch of that record's UTC day has the client in it
 */
record LastScore(long sequence, long at, long model, double[] features, int[] counted) {

    static final LastScore NONE = new LastScore(0, 0, 0, new double[0], new int[0]);

    /** As it was before that record: the next one gets the number of that one again. */
    LastScore before() {
        return new LastScore(sequence - 1, at, model, features, counted);
    }

    LastScore withCounted(int[] newCounted) {
        return new LastScore(sequence, at, model, features, newCounted);
    }

    boolean same(long otherModel, double[] otherFeatures) {
        return model == otherModel && Arrays.equals(features, otherFeatures);
    }

    /** Versions that have counted the client on the UTC day of that instant. */
    int[] countedOnDayOf(Instant instant) {
        return isOfDayOf(instant) ? counted : NONE.counted;
    }

    boolean isOfDayOf(Instant instant) {
        return sequence > 0 && day(Instant.ofEpochMilli(at)).equals(day(instant));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
