package io.vigie.query.whatif;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.swagger.v3.oas.annotations.media.Schema;
import io.vigie.web.Rejected;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be thought otherwise; what isn't sent stays.
 *
 * @param accountManagerId can't be: the answer says why
 */
@Schema(name = "WhatIfChanges")
record Changes(
        @Schema(types = "integer", minimum = "0", maximum = "150") @Nullable
        BigDecimal age,

        @Schema(types = "number", minimum = "0", maximum = "1000000000000") @Nullable
        BigDecimal totalPurchase,

        @Schema(types = "number", minimum = "0", maximum = "150") @Nullable
        BigDecimal years,

        @Schema(types = "integer", minimum = "0", maximum = "1000000") @Nullable
        BigDecimal numSites,

        @Schema(hidden = true) @JsonAlias({"accountManager", "Account_Manager", "managedElsewhere"}) @Nullable
        Object accountManagerId) {

    /**
     * What the model is to be given instead, by its own names.
     *
     * @throws Rejected 422 when nothing is to be changed, when a client can't be like that, and for the account manager
     */
    Map<String, Double> features() {
        if (accountManagerId != null) {
            throw Rejected.unprocessable(
                            "account-manager-not-a-what-if",
                            "Account manager not a what-if",
                            "What a manager would change can't be read from this model: where it learned, managers were given at"
                                    + " random, and clients with one left more often. Effects of assignments need a comparison"
                                    + " with clients that were left without on purpose.")
                    .error("changes.accountManagerId", "must be left out");
        }
        Map<String, Double> features = new LinkedHashMap<>();
        Map<String, String> faults = new LinkedHashMap<>();
        sent().forEach((attribute, value) -> attribute
                .number(value)
                .ifPresentOrElse(
                        number -> features.put(attribute.feature(), number),
                        () -> faults.put("changes." + attribute.field(), attribute.bounds())));
        if (features.isEmpty() && faults.isEmpty()) {
            faults.put("changes", "must have at least one of age, totalPurchase, years, numSites");
        }
        if (!faults.isEmpty()) {
            throw unusable(faults);
        }
        return features;
    }

    static Rejected unusable(Map<String, String> faults) {
        Rejected unusable = Rejected.unprocessable(
                "unusable",
                "Unusable content",
                "Some values can't be used; errors lists them and what would be right.");
        faults.forEach(unusable::error);
        return unusable;
    }

    private Map<Attribute, BigDecimal> sent() {
        Map<Attribute, BigDecimal> sent = new EnumMap<>(Attribute.class);
        putUnlessAbsent(sent, Attribute.AGE, age);
        putUnlessAbsent(sent, Attribute.TOTAL_PURCHASE, totalPurchase);
        putUnlessAbsent(sent, Attribute.YEARS, years);
        putUnlessAbsent(sent, Attribute.NUM_SITES, numSites);
        return sent;
    }

    private static void putUnlessAbsent(
            Map<Attribute, BigDecimal> sent, Attribute attribute, @Nullable BigDecimal value) {
        if (value != null) {
            sent.put(attribute, value);
        }
    }
}
