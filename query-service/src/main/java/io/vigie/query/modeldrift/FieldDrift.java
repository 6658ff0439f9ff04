package io.vigie.query.modeldrift;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field in both windows.
 *
 * @param field name of the input; {@code score} for the probability
 * @param kind {@code number} or {@code category}: declared so, or with at most two values in the reference
 * @param why the verdict in a sentence
 * @param reference records of the reference, with and without a value
 * @param current records of the current window, with and without a value
 * @param psi population stability index over the groups, the missing and the invalid; from 0
 * @param test {@code kolmogorov-smirnov} for numbers, {@code chi-square} for categories; null without values
 * @param statistic of the test
 * @param p of the test, 0–1
 * @param missing records without a value; for the score those that couldn't be scored
 * @param invalid records with a value that is infinite or that the document doesn't allow
 * @param outOfRange records with a value that training never saw; of the reference 0 where it is the training itself
 * @param groups of about equal mass in the reference, or its values one by one; empty with too few records, which would tell
 *     of single clients
 */
record FieldDrift(
        String field,
        String kind,

        @Schema(
                type = "string",
                allowableValues = {"too-few", "stable", "watch", "drifted"})
        Verdict verdict,

        String why,
        long reference,
        long current,
        double psi,
        @Nullable String test,
        @Nullable Double statistic,
        @Nullable Double p,
        Rates missing,
        Rates invalid,
        Rates outOfRange,
        List<Group> groups) {

    /**
     * Shares of all records, 0–1; null without records.
     *
     * @param reference of the reference
     * @param current of the current window
     */
    record Rates(@Nullable Double reference, @Nullable Double current) {}

    /**
     * A part of the values.
     *
     * @param from where it begins, to 1 %; null when that is below all of the reference
     * @param to where it ends, to 1 %; null when that is above all of the reference
     * @param reference share of the reference's values, 0–1
     * @param current share of the current values, 0–1
     */
    record Group(@Nullable Double from, @Nullable Double to, double reference, double current) {}
}
