package io.vigie.query.riskhistories;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the scores of some clients were.
 *
 * @param items in the order in which they were asked for
 */
@Schema(requiredProperties = "items")
record RiskHistories(List<RiskHistory> items) {

    /**
     * One client's.
     *
     * @param points the latest ones, oldest first
     */
    @Schema(requiredProperties = {"clientId", "points"})
    record RiskHistory(String clientId, List<RiskPoint> points) {}

    /**
     * A score.
     *
     * @param at when it was given
     * @param score probability of leaving, 0–1; null where there was no answer
     */
    @Schema(requiredProperties = {"at", "score"})
    record RiskPoint(Instant at, @Nullable Double score) {}
}
