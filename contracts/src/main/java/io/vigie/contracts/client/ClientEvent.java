package io.vigie.contracts.client;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A client's life at a glance. The payloads that are stored, published on {@code vigie.client.events.v1} and kept for
 * ever: raw types only, named and revised by {@link io.vigie.contracts.EventTypes}. Amounts are in the agency's one currency.
 */
public sealed interface ClientEvent {

    /** The client: 1–64 characters of {@code [A-Za-z0-9._-]}; the record key on Kafka. */
    String clientId();

    /**
     * The first event of every client (version 1).
     *
     * @param state two-letter code of the postal address (states, DC, territories, AA/AE/AP), null when none was found
     * @param age whole years, 0–150
     * @param onboardedOn the day the client came on board
     * @param years years as a client on the day of registration, null when they are to be counted from onboardedOn
     * @param totalPurchase sum of purchases so far, not negative
     * @param numSites number of sites that use the service, not negative
     * @param accountManagerId the manager assigned at registration, null for none
     * @param managedElsewhere somebody outside of Vigie looks after the client: counts as managed, uses no capacity
     */
    record ClientRegistered(
            String clientId,
            Personal personal,
            @Nullable String state,
            int age,
            LocalDate onboardedOn,
            @Nullable BigDecimal years,
            BigDecimal totalPurchase,
            int numSites,
            @Nullable String accountManagerId,
            boolean managedElsewhere)
            implements ClientEvent {}

    /** The profile was corrected; carries the whole profile as it is now, not the difference. */
    record ClientProfileChanged(
            String clientId, Personal personal, @Nullable String state, int age, LocalDate onboardedOn)
            implements ClientEvent {}

    /** The number of sites is now {@code numSites}. */
    record ClientSitesChanged(String clientId, int numSites) implements ClientEvent {}

    /**
     * A purchase was recorded.
     *
     * @param amount positive
     * @param purchasedAt when it was made, not when it was recorded
     * @param reference the caller's own name for the purchase
     * @param totalPurchase the sum including this purchase, so that readers set it and never add
     */
    record PurchaseRecorded(
            String clientId,
            BigDecimal amount,
            Instant purchasedAt,
            @Nullable String reference,
            BigDecimal totalPurchase)
            implements ClientEvent {}

    /**
     * An account manager looks after the client from now on.
     *
     * @param previousAccountManagerId whom the client was taken from, null for nobody in Vigie
     */
    record AccountManagerAssigned(
            String clientId,
            String accountManagerId,
            @Nullable String previousAccountManagerId,
            @Nullable String reason)
            implements ClientEvent {}

    /**
     * Nobody looks after the client any more.
     *
     * @param previousAccountManagerId who did, null when the client was managed elsewhere
     */
    record AccountManagerUnassigned(
            String clientId,
            @Nullable String previousAccountManagerId,
            @Nullable String reason) implements ClientEvent {}

    /**
     * The client left.
     *
     * @param leftOn the last day, null when it isn't known (imported as already gone)
     * @param freedAccountManagerId the manager whose place became free, null for none
     */
    record ClientDeparted(
            String clientId,
            @Nullable LocalDate leftOn,
            @Nullable String reason,
            @Nullable String freedAccountManagerId)
            implements ClientEvent {}

    /** The client came back, without an account manager. */
    record ClientReturned(String clientId) implements ClientEvent {}
}
