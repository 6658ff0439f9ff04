package io.vigie.query.riskbystate;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The active clients of one state.
 *
 * @param state two-letter code; military and territory codes are among them; null for addresses without one
 * @param clients active ones
 * @param atRisk those in the high band
 * @param valueAtRisk the sum of what those at risk have bought
 * @param averageScore of those with a score, 0–1; null when there are none
 */
record StateRisk(
        @Nullable String state,
        long clients,
        long low,
        long medium,
        long high,
        long atRisk,
        BigDecimal valueAtRisk,
        @Nullable Double averageScore) {}
