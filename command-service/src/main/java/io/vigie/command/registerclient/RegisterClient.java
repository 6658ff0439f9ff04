package io.vigie.command.registerclient;

import io.vigie.command.client.Profile;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Registers a client.
 *
 * @param years years as a client so far, null to count them from the day of onboarding
 * @param accountManagerId who looks after the client from the start, null for nobody
 * @param managedElsewhere somebody outside of Vigie does
 */
public record RegisterClient(
        String clientId,
        Profile profile,
        @Nullable BigDecimal years,
        BigDecimal totalPurchase,
        int numSites,
        @Nullable String accountManagerId,
        boolean managedElsewhere) {}
