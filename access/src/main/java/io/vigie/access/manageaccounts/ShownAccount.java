package io.vigie.access.manageaccounts;

import io.vigie.access.Role;
import io.vigie.access.accounts.Accounts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account as it is told of: everything but its password. */
public record ShownAccount(
        String accountId,
        List<String> roles,
        @Nullable String accountManagerId,
        Instant createdAt,
        @Nullable Instant disabledAt) {

    static ShownAccount of(Accounts.Listed listed) {
        return new ShownAccount(
                listed.account().id(),
                listed.account().roles().stream().map(Role::toString).sorted().toList(),
                listed.account().accountManagerId(),
                listed.createdAt(),
                listed.disabledAt());
    }
}
