package io.vigie.access.managetokens;

import io.vigie.access.Actor;
import io.vigie.access.accounts.Account;
import io.vigie.access.accounts.Accounts;
import io.vigie.access.tokens.Tokens;
import io.vigie.web.Rejected;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tokens. One's own have a role in which they are asked for, never another: a token that got into wrong hands can't make
 * itself more than it is.
 */
@RestController
public class TokensApi {

    private final Tokens tokens;
    private final Accounts accounts;
    private final Clock clock;

    public TokensApi(Tokens tokens, Accounts accounts, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.clock = clock;
    }

    @PostMapping("/api/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    IssuedToken make(@Valid @RequestBody NewToken wanted) {
        Actor actor = actor();
        return IssuedToken.of(
                tokens.issue(actor.id(), String.valueOf(wanted.name()), wanted.role(actor.roles()), wanted.end(clock)));
    }

    /** For a program, which can't sign in to make one itself, or for somebody who can't get in. */
    @PostMapping("/api/accounts/{accountId}/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    IssuedToken makeFor(@PathVariable String accountId, @Valid @RequestBody NewToken wanted) {
        Account owner = accounts.find(accountId)
                .orElseThrow(() -> Rejected.unknown(
                        "account-not-found", "Account not found", "There is no such account that works."));
        return IssuedToken.of(
                tokens.issue(owner.id(), String.valueOf(wanted.name()), wanted.role(owner.roles()), wanted.end(clock)));
    }

    @GetMapping("/api/tokens")
    Map<String, List<ListedToken>> list() {
        return Map.of(
                "items", tokens.of(actor().id()).stream().map(ListedToken::of).toList());
    }

    @DeleteMapping("/api/tokens/{tokenId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String tokenId) {
        if (!id(tokenId).map(id -> tokens.revoke(id, actor().id())).orElse(false)) {
            throw Rejected.unknown("token-not-found", "Token not found", "You have no working token with this id.");
        }
    }

    /** Of an account here: whom a provider vouches for gets tokens there. */
    private Actor actor() {
        return Actor.current()
                .filter(actor -> accounts.find(actor.id()).isPresent())
                .orElseThrow(() -> Rejected.conflict(
                        "no-account-here",
                        "No account here",
                        "Your tokens come from the provider that you signed in at."));
    }

    private static Optional<UUID> id(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
