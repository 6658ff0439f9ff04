package io.vigie.query.modeldrift;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version is given and what it answers, against a reference. Each client counts once a day.
 *
 * @param verdict the worst of all fields
 * @param window what is looked at
 * @param reference what it is compared with; none of it is in the window
 * @param score the probabilities
 * @param inputs in the model's order
 */
record ModelDrift(
        String name,
        int version,

        @Schema(
                type = "string",
                allowableValues = {"too-few", "stable", "watch", "drifted"})
        Verdict verdict,

        Current window,
        Reference reference,
        FieldDrift score,
        List<FieldDrift> inputs) {

    /**
     * Whole UTC days.
     *
     * @param from the first that was asked for
     * @param to the last
     * @param records in these days, without those of the reference
     */
    record Current(LocalDate from, LocalDate to, long records) {}

    /**
     * Where the comparison starts from.
     *
     * @param kind {@code training} where the version's card tells the distributions of its training, else {@code first-records}: its
     *     first days until there are 1,000 records
     * @param from the first day; null of training, and while there is no record
     * @param to the last day; null of training, and while there is no record
     * @param records in the reference
     */
    record Reference(
            @Schema(allowableValues = {"training", "first-records"})
            String kind,

            @Nullable LocalDate from,
            @Nullable LocalDate to,
            long records) {}
}
