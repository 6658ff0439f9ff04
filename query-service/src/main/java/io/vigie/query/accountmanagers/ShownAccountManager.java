package io.vigie.query.accountmanagers;

import java.math.BigDecimal;

/**
 * An account manager as the API shows it.
 *
 * @param status {@code active} or {@code retired}
 * @param capacity how many clients the manager can look after
 * @param load how many it does
 * @param atRisk how many of those are in the high band
 * @param valueAtRisk the sum of what those have bought
 */
record ShownAccountManager(
        String accountManagerId,
        String name,
        String status,
        int capacity,
        long load,
        long atRisk,
        BigDecimal valueAtRisk,
        long version) {

    static ShownAccountManager of(AccountManagerCard card) {
        return new ShownAccountManager(
                card.accountManagerId,
                card.name,
                card.status,
                card.capacity,
                card.load,
                card.atRisk,
                card.valueAtRisk,
                card.version);
    }
}
