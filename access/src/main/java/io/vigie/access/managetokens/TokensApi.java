package io.vigie.access.managetokens;

import io.vigie.access.Actor;
import io.vigie.access.accounts.Account;
import io.vigie.access.accounts.Accounts;
import io.vigie.access.signin.OwnAccount;
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
 * Tokens. Only somebody who signed in makes and revokes them: one that got into wrong hands can't make itself live on, nor
 * end those of its owner.
 */
@RestController
public class TokensApi {

    private static final int MOST = 100;

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
        String accountId = OwnAccount.id();
        return issue(accountId, wanted, accountId);
    }

    /** For a program, which can't sign in to make one itself. */
    @PostMapping("/api/accounts/{accountId}/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    IssuedToken makeFor(@PathVariable String accountId, @Valid @RequestBody NewToken wanted) {
        if (accounts.isPerson(accountId)) {
            throw Rejected.conflict(
                    "person", "A person", "People make their own tokens: nobody else acts in their name.");
        }
        return issue(accountId, wanted, Actor.present().id());
    }

    private IssuedToken issue(String accountId, NewToken wanted, String by) {
        Account owner = accounts.find(accountId)
                .orElseThrow(() -> Rejected.unknown(
                        "account-not-found", "Account not found", "There is no such account that works."));
        if (tokens.of(accountId).stream()
                        .filter(token ->
                                token.revokedAt() == null && token.endsAt().isAfter(clock.instant()))
                        .count()
                >= MOST) {
            throw Rejected.conflict(
                    "too-many-tokens", "Too many tokens", "An account has at most " + MOST + ": revoke some first.");
        }
        return IssuedToken.of(tokens.issue(
                owner.id(), String.valueOf(wanted.name()), wanted.role(owner.roles()), wanted.end(clock), by));
    }

    @GetMapping("/api/tokens")
    Map<String, List<ListedToken>> list() {
        return Map.of(
                "items",
                tokens.of(OwnAccount.id()).stream().map(ListedToken::of).toList());
    }

    @GetMapping("/api/accounts/{accountId}/tokens")
    Map<String, List<ListedToken>> listOf(@PathVariable String accountId) {
        return Map.of(
                "items", tokens.of(accountId).stream().map(ListedToken::of).toList());
    }

    @DeleteMapping("/api/tokens/{tokenId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String tokenId) {
        String accountId = OwnAccount.id();
        revoke(tokenId, accountId, accountId);
    }

    /** A program's above all, which can't sign in to end one itself. */
    @DeleteMapping("/api/accounts/{accountId}/tokens/{tokenId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeOf(@PathVariable String accountId, @PathVariable String tokenId) {
        revoke(tokenId, accountId, Actor.present().id());
    }

    private void revoke(String tokenId, String accountId, String by) {
        if (!id(tokenId).map(id -> tokens.revoke(id, accountId, by)).orElse(false)) {
            throw Rejected.unknown("token-not-found", "Token not found", "There is no working token with this id.");
        }
    }

    private static Optional<UUID> id(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
