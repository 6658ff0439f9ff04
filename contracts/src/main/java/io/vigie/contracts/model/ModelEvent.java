package io.vigie.contracts.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model's life at a glance; published on {@code vigie.model.events.v1}. Who did it and when is in the headers, as with every
 * event.
 */
public sealed interface ModelEvent {

    /** The model: {@code [a-z][a-z0-9-]{0,39}}, for instance {@code churn}; the record key on Kafka. */
    String modelName();

    /**
     * There is a new version; the first one is the first event of the model. The document itself is on
     * {@code vigie.models.v1}.
     *
     * @param version counted from 1 without a hole; a version never changes
     * @param sha256 of the document, hexadecimal, lower case
     * @param bytes size of the document
     * @param modelType name of its element, for instance {@code RegressionModel}
     * @param inputs what it asks for, in the model's order
     * @param note what the uploader says of it, at most 500 characters
     */
    record ModelUploaded(
            String modelName,
            int version,
            String sha256,
            int bytes,
            String modelType,
            List<String> inputs,
            @Nullable String note)
            implements ModelEvent {

        /** Copies the list. */
        public ModelUploaded {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * The version has the alias now. A challenger that becomes champion is challenger no longer.
     *
     * @param replaced the version that had it before, null when none had
     * @param reason 1–500 characters
     * @param proposedBy who asked for it where another person confirmed it, null where one person is enough
     */
    record ModelPromoted(
            String modelName,
            Alias alias,
            int version,
            @Nullable Integer replaced,
            String reason,
            @Nullable String proposedBy)
            implements ModelEvent {}

    /**
     * The version that was champion before is champion again.
     *
     * @param replaced the version that was champion until now
     * @param reason 1–500 characters
     */
    record ModelRolledBack(String modelName, int version, int replaced, String reason) implements ModelEvent {}

    /**
     * The version is challenger no longer, and no other one is.
     *
     * @param reason 1–500 characters
     */
    record ModelChallengerDismissed(String modelName, int version, String reason) implements ModelEvent {}

    /**
     * The version will get no alias any more; it was not champion, and if it was challenger there is none now. What it
     * scored stays explained.
     *
     * @param reason 1–500 characters
     */
    record ModelRetired(String modelName, int version, String reason) implements ModelEvent {}
}
