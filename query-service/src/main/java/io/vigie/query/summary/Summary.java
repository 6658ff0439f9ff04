package io.vigie.query.summary;

import java.math.BigDecimal;

/**
 * All clients in a few numbers.
 *
 * @param clients active and left
 * @param byBand active clients with a score
 * @param atRisk active clients in the high band
 * @param unassignedAtRisk those of them that nobody looks after, neither here nor elsewhere
 * @param valueAtRisk the sum of what those at risk have bought
 */
record Summary(
        long clients,
        long active,
        long left,
        Bands byBand,
        long atRisk,
        long unassignedAtRisk,
        BigDecimal valueAtRisk) {

    /** Counts by band. */
    record Bands(long low, long medium, long high) {}
}
