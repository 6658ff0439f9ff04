package io.vigie.access.tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vigie.access.Actor;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
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
    private static final long MOST = 10_000;

    private final SecretText kind;
    private final Function<byte[], Optional<Known>> find;
    private final Clock clock;
    private final Cache<String, Answer> answers =
            Caffeine.newBuilder().expireAfterWrite(TIME).maximumSize(MOST).build();

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
    private Answer ask(byte[] hash) {
        try {
            return new Answer(find.apply(hash), null);
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
        if (!kind.isOne(text)) {
            return Optional.empty();
        }
        byte[] hash = SecretText.hash(text);
        return answers.get(Base64.getEncoder().encodeToString(hash), key -> ask(hash))
                .known()
                .filter(known -> known.endsAt().isAfter(clock.instant()))
                .map(Known::actor);
    }
}
