package io.vigie.access.accounts;

import io.vigie.access.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person or a program.
 *
 * @param id 1 to 64 of {@code A-Za-z0-9._@-}
 * @param roles may be none, when it was made by another version
 * @param accountManagerId whose portfolio is its own; null when it has none
 */
public record Account(String id, Set<Role> roles, @Nullable String accountManagerId) {

    public Account {
        if (!id.matches("[A-Za-z0-9._@-]{1,64}")) {
            throw new IllegalArgumentException("an account's id is 1 to 64 letters, digits, dots, @, _ or -");
        }
        roles = Set.copyOf(roles);
    }
}
