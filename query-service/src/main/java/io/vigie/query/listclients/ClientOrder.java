package io.vigie.query.listclients;

import io.vigie.query.platform.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;

/** The orders that a list can have; ties by client id. */
@SuppressWarnings("ImmutableEnumChecker") // A Sort has no setters.
enum ClientOrder {
    RISK(Sort.by(Sort.Order.desc("riskRank"), Sort.Order.asc("clientId"))),
    VALUE(Sort.by(Sort.Order.desc("totalPurchase"), Sort.Order.asc("clientId"))),
    ONBOARDED_ON(Sort.by(Sort.Order.asc("onboardedOn"), Sort.Order.asc("clientId")));

    private final Sort sort;

    ClientOrder(Sort sort) {
        this.sort = sort;
    }

    static ClientOrder of(@Nullable String word) {
        String asked = Asked.oneOf("sort", word, "risk", "onboardedOn", "value");
        return asked == null || asked.equals("risk") ? RISK : asked.equals("value") ? VALUE : ONBOARDED_ON;
    }

    Sort sort() {
        return sort;
    }
}
