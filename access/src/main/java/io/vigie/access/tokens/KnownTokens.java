package io.vigie.access.tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vigie.access.Actor;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * Whose tokens are, as the database said at most a second ago: a revoked one stops working within that time, and not every
 * request asks the database.
 */
public final class KnownTokens {

    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final long MOST = 10_000;

    private final Tokens tokens;
    private final Clock clock;
    private final Cache<String, Optional<Tokens.Known>> answers =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).build();

    public KnownTokens(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Whose it is; empty when it isn't taken. */
    public Optional<Actor> actor(String text) {
        if (!TokenText.isOne(text)) {
            return Optional.empty();
        }
        byte[] hash = TokenText.hash(text);
        return answers.get(Base64.getEncoder().encodeToString(hash), key -> tokens.find(hash))
                .filter(known -> known.endsAt().isAfter(clock.instant()))
                .map(Tokens.Known::actor);
    }
}
