package io.vigie.query.listscores;

import io.vigie.contracts.score.Band;
import io.vigie.contracts.score.ModelReference;
import io.vigie.contracts.score.Outcome;
import io.vigie.contracts.score.Reason;
import io.vigie.contracts.score.SourcePosition;
import io.vigie.contracts.score.Trigger;
import io.vigie.query.platform.Wire;
import io.vigie.query.reasonwords.InputFacts;
import io.vigie.query.reasonwords.WordedReason;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The score record again, as it was published, with its reasons in words.
 *
 * @see io.vigie.contracts.score.ClientScore what each of them is
 */
record ShownScore(
        String scoreId,
        String clientId,
        long clientVersion,
        @Nullable String eventId,
        long scoreSequence,
        Outcome outcome,
        Trigger trigger,
        @Nullable Double probability,
        @Nullable Double baseValue,
        @Nullable Band band,
        List<WordedReason> reasons,
        @Nullable Double other,
        Map<String, Double> features,
        List<String> outOfRange,
        @Nullable String problem,
        ModelReference model,
        Instant scoredAt,
        @Nullable SourcePosition source) {

    /**
     * Of a row.
     *
     * @param facts of the inputs of the version that gave the score
     * @param language in which reasons are told
     */
    static ShownScore of(ScoreRow row, InputFacts facts, Locale language) {
        return new ShownScore(
                row.scoreId,
                row.clientId,
                row.clientVersion,
                row.eventId,
                row.scoreSequence,
                Outcome.valueOf(row.outcome.toUpperCase(Locale.ROOT)),
                Trigger.valueOf(row.trigger.toUpperCase(Locale.ROOT)),
                row.probability,
                row.baseValue,
                row.band == null ? null : Band.valueOf(row.band.toUpperCase(Locale.ROOT)),
                WordedReason.of(List.of(Wire.parse(row.reasons, Reason[].class)), facts, language),
                row.other,
                features(row),
                List.of(Wire.parse(row.outOfRange, String[].class)),
                row.problem,
                new ModelReference(row.modelName, row.modelVersion, row.modelSha256, row.engine),
                row.scoredAt,
                row.sourcePartition == null || row.sourceOffset == null
                        ? null
                        : new SourcePosition(row.sourcePartition, row.sourceOffset));
    }

    private static Map<String, Double> features(ScoreRow row) {
        Map<String, Double> features = new TreeMap<>();
        Wire.tree(row.features).properties().forEach(feature -> {
            features.put(feature.getKey(), feature.getValue().doubleValue());
        });
        return features;
    }
}
