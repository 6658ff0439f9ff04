package io.vigie.query.summarytrend;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * How the summary has changed.
 *
 * @param points oldest first
 * @param departures twelve calendar months (UTC), oldest first; the last is the present one
 * @param leftThisMonth of the present month
 */
@Schema(requiredProperties = {"points", "departures", "leftThisMonth"})
record SummaryTrend(List<SummaryPoint> points, List<MonthOfDepartures> departures, long leftThisMonth) {

    /**
     * The summary as it was.
     *
     * @param at when
     * @param clients active and left
     * @param atRisk active clients in the high band
     * @param unassignedAtRisk those of them that nobody looked after, neither here nor elsewhere
     * @param valueAtRisk the sum of what those at risk had bought
     */
    @Schema(requiredProperties = {"at", "clients", "active", "atRisk", "unassignedAtRisk", "valueAtRisk", "left"})
    record SummaryPoint(
            Instant at,
            long clients,
            long active,
            long atRisk,
            long unassignedAtRisk,
            BigDecimal valueAtRisk,
            long left) {}

    /**
     * Who left in a month.
     *
     * @param month year and month
     * @param left clients that left and didn't come back in the same month
     */
    @Schema(requiredProperties = {"month", "left"})
    record MonthOfDepartures(
            @Schema(pattern = "[0-9]{4}-[0-9]{2}") String month, long left) {}
}
