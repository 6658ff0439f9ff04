package io.vigie.access.managetokens;

import io.vigie.access.tokens.Token;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A token as it is told of: everything but its text. */
public record ListedToken(
        String tokenId,
        String accountId,
        String name,
        String role,
        Instant createdAt,
        Instant endsAt,
        @Nullable Instant revokedAt) {

    static ListedToken of(Token token) {
        return new ListedToken(
                token.tokenId().toString(),
                token.accountId(),
                token.name(),
                token.role(),
                token.createdAt(),
                token.endsAt(),
                token.revokedAt());
    }
}
