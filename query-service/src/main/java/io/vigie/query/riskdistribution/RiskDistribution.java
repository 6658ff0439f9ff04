package io.vigie.query.riskdistribution;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;

/**
 * The active clients by their scores.
 *
 * @param bins a hundred of the same width, the lowest first; those without clients are there too
 * @param unscored active clients without a score
 * @param capacity how many clients account managers could look after
 * @param bands where the bands of risk begin
 */
@Schema(requiredProperties = {"bins", "unscored", "capacity", "bands"})
record RiskDistribution(List<ScoreBin> bins, long unscored, TeamCapacity capacity, BandLimits bands) {

    /**
     * Clients with about the same score.
     *
     * @param from lowest score, 0–1
     * @param to no score is as high, but for 1, which is in the last bin
     * @param clients active ones
     * @param unassigned those of them that nobody looks after, neither here nor elsewhere
     * @param value the sum of what they have bought
     */
    @Schema(requiredProperties = {"from", "to", "clients", "unassigned", "value"})
    record ScoreBin(double from, double to, long clients, long unassigned, BigDecimal value) {}

    /**
     * Of the active account managers together.
     *
     * @param total how many clients they can look after
     * @param load how many active ones they do
     * @param free how many more they could: of each the capacity that isn't used; nobody's overload uses another's
     */
    @Schema(requiredProperties = {"total", "load", "free"})
    record TeamCapacity(long total, long load, long free) {}

    /**
     * Where two of the bands begin; low begins at 0.
     *
     * @param medium lowest score, above 0
     * @param high lowest score, at most 1
     */
    @Schema(requiredProperties = {"medium", "high"})
    record BandLimits(double medium, double high) {}
}
