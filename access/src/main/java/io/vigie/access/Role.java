package io.vigie.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.GrantedAuthority;

/** What somebody is here. What each may do stands in the table of {@link io.vigie.access.rules.AccessRules}. */
public enum Role implements GrantedAuthority {
    /** Looks after the clients of its own portfolio. */
    ACCOUNT_MANAGER,
    /** Looks after all clients, and assigns them. */
    AGENCY_MANAGER,
    /** Looks after models; sees nobody's name. */
    DATA_SCIENTIST,
    /** Reads everything, changes nothing. */
    AUDITOR,
    /** Keeps the system running; sees nobody's data. */
    OPERATOR,
    /** Says who gets in. */
    ADMINISTRATOR;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The role of that name, as {@link #toString} gives it. */
    public static Optional<Role> of(String name) {
        return Arrays.stream(values())
                .filter(role -> role.toString().equals(name))
                .findFirst();
    }

    /** The name in tokens, rules and answers: {@code account-manager}. */
    @Override
    public String toString() {
        return word;
    }

    /** The same, for Spring Security. */
    @Override
    public String getAuthority() {
        return word;
    }
}
