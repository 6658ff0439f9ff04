package io.vigie.access.manageaccounts;

import io.vigie.access.Role;
import io.vigie.access.accounts.Account;
import io.vigie.web.Rejected;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be known.
 *
 * @param accountManagerId whose portfolio is its own
 * @param password of 12 to 72 printable ASCII characters, which is what bcrypt takes; null for a program
 */
record NewAccount(
        @Nullable @NotNull @Pattern(regexp = "[A-Za-z0-9._@-]{1,64}")
        String accountId,

        @Nullable @NotEmpty @Size(max = 6) List<String> roles,

        @Nullable @Pattern(regexp = "[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}")
        String accountManagerId,

        @Nullable @Pattern(regexp = "[ -~]{12,72}") String password) {

    Account account() {
        Set<Role> named = Objects.requireNonNull(roles).stream()
                .map(name -> Role.of(String.valueOf(name)).orElseThrow(() -> Rejected.unprocessable(
                                "unusable", "Unusable content", "There is no such role.")
                        .error("roles", "must be of " + List.of(Role.values()))))
                .collect(Collectors.toSet());
        return new Account(Objects.requireNonNull(accountId), named, accountManagerId);
    }

    /** As nobody should see it in a log. */
    @Override
    public String toString() {
        return "account " + accountId;
    }
}
