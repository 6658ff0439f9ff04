package io.vigie.query.listscores;

import io.vigie.contracts.score.Band;
import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.ModelReference;
import io.vigie.contracts.score.Outcome;
import io.vigie.contracts.score.Reason;
import io.vigie.contracts.score.SourcePosition;
import io.vigie.contracts.score.Trigger;
import io.vigie.query.platform.Wire;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The score record again, as it was published. */
final class ShownScore {

    private ShownScore() {}

    static ClientScore of(ScoreRow row) {
        return new ClientScore(
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
                List.of(Wire.parse(row.reasons, Reason[].class)),
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
