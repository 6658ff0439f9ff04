package io.vigie.query.listclients;

import io.vigie.query.platform.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;

/** The orders that a list can have; ties by client id. */
@SuppressWarnings("ImmutableEnumChecker") // A Sort has no setters.
enum ClientOrder {
    RISK(Sort.by(Sort.Order.desc("riskRank"), Sort.Order.asc("clientId"))),
    ONBOARDED_ON(Sort.by(Sort.Order.asc("onboardedOn"), Sort.Order.asc("clientId")));

    private final Sort sort;

    ClientOrder(Sort sort) {
        this.sort = sort;
    }

    static ClientOrder of(@Nullable String word) {
        return "onboardedOn".equals(Asked.oneOf("sort", word, "risk", "onboardedOn")) ? ONBOARDED_ON : RISK;
    }

    Sort sort() {
        return sort;
    }
}
