package io.vigie.access;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who a request comes from, proven by what it carried. Two tokens of one account are one actor.
 *
 * @param id of the account; {@code issuer|subject} for whom a provider vouches, which no account here is named like
 * @param proof what the request carried
 * @param roles in which the request is made
 * @param accountManagerId whose portfolio is its own; null when it has none
 */
public record Actor(
        String id, Proof proof, Set<Role> roles, @Nullable String accountManagerId) implements AuthenticatedPrincipal {

    /** What a request can carry. */
    public enum Proof {
        /** A token of Vigie's own: a program, or somebody who trusts one. */
        TOKEN,
        /** The cookie of somebody who signed in with a password. */
        SESSION,
        /** A token of the provider in a header: a program, or somebody who trusts one. */
        PROVIDER_TOKEN,
        /** The cookie of somebody who signed in at the provider. */
        PROVIDER_SESSION
    }

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** The one whose request this thread answers; empty outside of requests, and where nobody has to sign in. */
    public static Optional<Actor> current() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(authentication -> authentication.getPrincipal() instanceof Actor actor ? actor : null);
    }

    /**
     * The one whose request this thread answers, where the rules let in nobody who hasn't signed in.
     *
     * @throws IllegalStateException for anything else: the rules don't say so
     */
    public static Actor present() {
        return current()
                .filter(Actor::isPresent)
                .orElseThrow(() -> new IllegalStateException("the rules must let in only whoever signed in"));
    }

    /** Whether somebody signed in for it, here or at the provider; a token may be anywhere. */
    public boolean isPresent() {
        return proof == Proof.SESSION || proof == Proof.PROVIDER_SESSION;
    }

    @Override
    public String getName() {
        return id;
    }
}
