package io.vigie.query.showmodel;

import io.vigie.query.knownmodels.KnownVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model.
 *
 * @param revision version of the model; also the ETag
 * @param champion number of the version whose scores are the risk, null for none
 * @param challenger number of the version that scores in shadow, null for none
 * @param versions from the first on
 * @param history from the first event on
 * @param swaps since when which versions score each partition of the events; none where nothing scores with this model
 * @param inPlace whether all partitions score by what was decided last; true when nothing was decided yet, and null where
 *     something was but nothing scores with this model: there is nothing to wait for, unless it is the first decision about a
 *     model that clients are scored with
 */
record ShownModel(
        String name,
        long revision,
        @Nullable Integer champion,
        @Nullable Integer challenger,
        List<Version> versions,
        List<Happening> history,
        List<Swap> swaps,
        @Nullable Boolean inPlace) {

    /**
     * A version at a glance.
     *
     * @param status {@code champion}, {@code challenger}, {@code shelved} or {@code retired}
     * @param sha256 of the document
     * @param bytes size of the document
     * @param modelType name of its PMML element
     */
    @io.swagger.v3.oas.annotations.media.Schema(name = "ModelVersion")
    record Version(
            int version,
            String status,
            String sha256,
            int bytes,
            String modelType,
            @Nullable String note,
            @Nullable String uploadedBy,
            Instant uploadedAt) {

        static Version of(KnownVersion known) {
            return new Version(
                    known.version(),
                    known.status(),
                    known.sha256(),
                    known.bytes(),
                    known.modelType(),
                    known.note(),
                    known.uploadedBy(),
                    known.uploadedAt());
        }
    }

    /**
     * An event of the model.
     *
     * @param revision of the model after it
     * @param type of the event, for instance {@code model-promoted}
     * @param version that it is about
     * @param alias that the version got or lost; null when it is about none
     * @param replaced the version that had the alias before
     * @param reason as it was given; null of an upload
     * @param actor who did it
     * @param proposedBy who asked for it, where another person confirmed it
     */
    @io.swagger.v3.oas.annotations.media.Schema(name = "ModelHappening")
    record Happening(
            long revision,
            String type,
            int version,
            @Nullable String alias,
            @Nullable Integer replaced,
            @Nullable String reason,
            @Nullable String actor,
            @Nullable String proposedBy,
            Instant at) {}

    /**
     * From this event of this partition on these versions score.
     *
     * @param offset of the first event that they score
     * @param revision of the model at which that was decided
     */
    @io.swagger.v3.oas.annotations.media.Schema(name = "ModelSwapped")
    record Swap(
            int partition,
            long offset,
            long revision,
            int champion,
            @Nullable Integer challenger,
            Instant swappedAt) {}
}
