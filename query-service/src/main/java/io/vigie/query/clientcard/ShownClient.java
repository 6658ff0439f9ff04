package io.vigie.query.clientcard;

import io.vigie.contracts.score.Reason;
import io.vigie.query.platform.Wire;
import io.vigie.query.reasonwords.ModelInputs;
import io.vigie.query.reasonwords.WordedReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A client as the API shows it.
 *
 * @param state two-letter code, null when the address has none
 * @param years as a client, today
 * @param accountManager null when nobody in Vigie looks after the client
 * @param managedElsewhere somebody outside of Vigie does
 * @param status {@code active} or {@code left}
 * @param version of the client; also the ETag
 * @param risk null while there is no score; of a client that left, the last one
 */
public record ShownClient(
        String clientId,
        String name,
        String company,
        String location,
        @Nullable String state,
        int age,
        double years,
        LocalDate onboardedOn,
        BigDecimal totalPurchase,
        int numSites,
        @Nullable AccountManager accountManager,
        boolean managedElsewhere,
        String status,
        long version,
        @Nullable Risk risk) {

    /** Who looks after the client; the name is null until it is known here. */
    public record AccountManager(
            String accountManagerId, @Nullable String name) {}

    /**
     * The score that holds.
     *
     * @param score probability of leaving, 0–1
     * @param band {@code low}, {@code medium} or {@code high}
     * @param reasons at most three, the largest contributions first
     * @param clientVersion the version that was scored
     */
    public record Risk(
            double score,
            String band,
            List<WordedReason> reasons,
            String model,
            int modelVersion,
            Instant scoredAt,
            long clientVersion) {}

    /**
     * Shows the card as of {@code today}.
     *
     * @param language in which reasons are told
     */
    public static ShownClient of(ClientCard card, LocalDate today, ModelInputs inputs, Locale language) {
        return new ShownClient(
                card.clientId,
                card.name,
                card.company,
                card.location,
                card.state,
                card.age,
                Years.of(card, today),
                card.onboardedOn,
                card.totalPurchase,
                card.numSites,
                card.accountManagerId == null
                        ? null
                        : new AccountManager(card.accountManagerId, card.accountManagerName),
                card.managedElsewhere,
                card.status,
                card.version,
                risk(card, inputs, language));
    }

    private static @Nullable Risk risk(ClientCard card, ModelInputs inputs, Locale language) {
        if (card.score == null
                || card.band == null
                || card.reasons == null
                || card.model == null
                || card.modelVersion == null
                || card.scoredAt == null
                || card.clientVersion == null) {
            return null;
        }
        return new Risk(
                card.score,
                card.band,
                WordedReason.of(
                        List.of(Wire.parse(card.reasons, Reason[].class)),
                        inputs.of(card.model, card.modelVersion),
                        language),
                card.model,
                card.modelVersion,
                card.scoredAt,
                card.clientVersion);
    }
}
