package io.vigie.command.importclients;

import io.vigie.command.registerclient.RegisterClient;
import io.vigie.contracts.client.ClientEvent.ClientRegistered;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client was registered with; what happened later doesn't count.
 *
 * @param left imported as already gone
 */
record RegisteredContent(ClientRegistered registered, boolean left) {

    /** The first column in which a row tells something else, empty when it tells the same. */
    Optional<Column> difference(Row.Readable row, Header header) {
        RegisterClient told = row.client();
        if (told.profile().age() != registered.age()) {
            return Optional.of(Column.AGE);
        }
        if (told.totalPurchase().compareTo(registered.totalPurchase()) != 0) {
            return Optional.of(Column.TOTAL_PURCHASE);
        }
        if (!same(told.years(), registered.years())) {
            return Optional.of(Column.YEARS);
        }
        if (told.numSites() != registered.numSites()) {
            return Optional.of(Column.NUM_SITES);
        }
        boolean managed = registered.managedElsewhere() || registered.accountManagerId() != null;
        if (header.has(Column.ACCOUNT_MANAGER) && told.managedElsewhere() != managed) {
            return Optional.of(Column.ACCOUNT_MANAGER);
        }
        return header.has(Column.CHURN) && row.left() != left ? Optional.of(Column.CHURN) : Optional.empty();
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }
}
