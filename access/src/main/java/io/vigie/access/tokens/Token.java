package io.vigie.access.tokens;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a token; its text is not.
 *
 * @param accountId whose it is
 * @param name for people, 1 to 100 characters
 * @param role the name of one of its account's
 * @param endsAt from when on it is taken no more
 * @param revokedAt since when nobody takes it; null while it works
 */
public record Token(
        UUID tokenId,
        String accountId,
        String name,
        String role,
        Instant createdAt,
        Instant endsAt,
        @Nullable Instant revokedAt) {}
