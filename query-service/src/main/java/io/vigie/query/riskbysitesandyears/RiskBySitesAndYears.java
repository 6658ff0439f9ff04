package io.vigie.query.riskbysitesandyears;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The active clients by how many sites they have and how long they have been clients.
 *
 * @param items by sites, then by years; without those that have no client
 */
@Schema(requiredProperties = "items")
record RiskBySitesAndYears(List<SitesAndYears> items) {

    /**
     * Clients alike in both.
     *
     * @param clients active ones
     * @param atRisk those in the high band
     * @param averageScore of those with a score, 0–1; null when there are none
     */
    @Schema(requiredProperties = {"sites", "years", "clients", "atRisk", "averageScore"})
    record SitesAndYears(
            SitesRange sites,
            YearsRange years,
            long clients,
            long atRisk,
            @Nullable Double averageScore) {}

    /**
     * Whole numbers.
     *
     * @param from the lowest
     * @param to the highest, which belongs to it; null for the open end
     */
    @Schema(requiredProperties = {"from", "to"})
    record SitesRange(int from, @Nullable Integer to) {}

    /**
     * Years as a client, today.
     *
     * @param from the shortest
     * @param to which doesn't belong to it; null for the open end
     */
    @Schema(requiredProperties = {"from", "to"})
    record YearsRange(int from, @Nullable Integer to) {}
}
