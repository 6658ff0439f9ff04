package io.vigie.command.registerclient;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vigie.command.client.Profile;
import io.vigie.command.client.ProfileChecks;
import io.vigie.command.platform.Checks;
import io.vigie.contracts.client.Personal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A client as told from outside, by JSON or by a row of a file; the same checks for both.
 *
 * @param clientId 1–64 characters of {@code [A-Za-z0-9._-]}, made up when left out
 * @param age whole years, 0–150
 * @param onboardedOn 1900-01-01 to today (UTC)
 * @param years years as a client so far, 0–150 with at most 4 decimals; counted from onboardedOn when left out
 * @param totalPurchase 0 to 1,000,000,000,000 with at most 4 decimals
 * @param numSites 0–1,000,000
 */
@Schema(
        name = "RegisterClient",
        requiredProperties = {"name", "company", "location", "age", "onboardedOn", "totalPurchase", "numSites"})
public record Registration(
        @Nullable String clientId,
        @Nullable String name,
        @Nullable String company,
        @Nullable String location,

        @Schema(types = "integer", minimum = "0", maximum = "150") @Nullable
        BigDecimal age,

        @Schema(format = "date") @Nullable String onboardedOn,
        @Nullable BigDecimal years,
        @Nullable BigDecimal totalPurchase,

        @Schema(types = "integer", minimum = "0", maximum = "1000000") @Nullable
        BigDecimal numSites,

        @Nullable String accountManagerId) {

    private static final BigDecimal MOST_YEARS = BigDecimal.valueOf(150);
    private static final BigDecimal MOST_PURCHASED = BigDecimal.valueOf(1_000_000_000_000L);
    private static final int MOST_SITES = 1_000_000;
    private static final int DECIMALS = 4;

    /** The command, noting every fault in {@code checks}; {@code identity} says which id the profile goes by. */
    public RegisterClient command(
            Checks checks, Function<Profile, String> identity, boolean managedElsewhere, LocalDate today) {
        Profile profile = new Profile(
                new Personal(
                        ProfileChecks.name(checks, "name", name),
                        ProfileChecks.name(checks, "company", company),
                        ProfileChecks.location(checks, location)),
                ProfileChecks.age(checks, age),
                checks.day("onboardedOn", onboardedOn, today));
        return new RegisterClient(
                checks.id("clientId", identity.apply(profile)),
                profile,
                years == null ? null : checks.decimal("years", years, BigDecimal.ZERO, MOST_YEARS, DECIMALS),
                checks.decimal("totalPurchase", totalPurchase, BigDecimal.ZERO, MOST_PURCHASED, DECIMALS),
                checks.whole("numSites", numSites, 0, MOST_SITES),
                checks.optionalId("accountManagerId", accountManagerId),
                managedElsewhere);
    }
}
