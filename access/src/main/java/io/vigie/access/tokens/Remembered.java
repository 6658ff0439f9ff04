package io.vigie.access.tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vigie.access.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Whose texts are, as the database said at most a second ago: a revoked one stops working within that time, and not every
 * request asks the database.
 */
public final class Remembered {

    private static final Duration TIME = Duration.ofSeconds(1);
    private static final Duration LATELY = Duration.ofMinutes(10);
    private static final long MOST = 10_000;

    private final SecretText kind;
    private final Function<byte[], Optional<Known>> find;
    private final Clock clock;
    private final Cache<String, Answer> answers =
            Caffeine.newBuilder().expireAfterWrite(TIME).maximumSize(MOST).build();
    private final Cache<String, Boolean> lately =
            Caffeine.newBuilder().expireAfterWrite(LATELY).maximumSize(MOST).build();

    /**
     * Remembers what the database said.
     *
     * @param find whose the text with that SHA-256 is
     */
    public Remembered(SecretText kind, Function<byte[], Optional<Known>> find, Clock clock) {
        this.kind = kind;
        this.find = find;
        this.clock = clock;
    }

    /** That it can't be found out is remembered too: whoever waits for the same text doesn't ask again, one by one. */
    private Answer ask(String key, byte[] hash, Runnable unknown) {
        if (lately.getIfPresent(key) == null) {
            unknown.run();
        }
        try {
            Optional<Known> found = find.apply(hash);
            if (found.isPresent()) {
                lately.put(key, true);
            } else {
                lately.invalidate(key);
            }
            return new Answer(found, null);
        } catch (DataAccessException away) {
            return new Answer(Optional.empty(), away);
        }
    }

    private record Answer(Optional<Known> found, @Nullable DataAccessException away) {

        Optional<Known> known() {
            if (away != null) {
                throw away;
            }
            return found;
        }
    }

    /** Whose it is; empty when it isn't taken. */
    public Optional<Actor> actor(String text) {
        return actor(text, () -> {});
    }

    /**
     * Whose it is; empty when it isn't taken.
     *
     * @param unknown what comes before the database is asked for a text that it didn't know in the last ten minutes; what it
     *     throws is thrown
     */
    public Optional<Actor> actor(String text, Runnable unknown) {
        if (!kind.isOne(text)) {
            return Optional.empty();
        }
        byte[] hash = SecretText.hash(text);
        return answers.get(new String(hash, StandardCharsets.ISO_8859_1), key -> ask(key, hash, unknown))
                .known()
                .filter(known -> known.endsAt().isAfter(clock.instant()))
                .map(Known::actor);
    }
}
