package io.vigie.access.requests;

import io.github.bucket4j.TimeMeter;
import io.vigie.access.Actor;
import io.vigie.access.limits.Address;
import io.vigie.access.limits.Buckets;
import io.vigie.access.tokens.Remembered;
import io.vigie.web.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/**
 * Lets an address send a hundred texts that are nobody's, and twenty more each second: every one costs a question to the
 * database or to the provider. Whose text was known in the last ten minutes isn't held up by others at the same address.
 */
final class Strangers {

    private static final int AT_ONCE = 100;
    private static final int A_SECOND = 20;

    private final Buckets buckets;

    Strangers(TimeMeter time) {
        this.buckets = new Buckets(AT_ONCE, A_SECOND, Duration.ofSeconds(1), time);
    }

    /**
     * Whose the text is.
     *
     * @throws Rejected 429 when too many came from there that were nobody's
     */
    Optional<Actor> actor(Remembered texts, String text, HttpServletRequest request) {
        Optional<Actor> actor = texts.actor(text, () -> hold(request));
        if (actor.isEmpty()) {
            buckets.take(Address.of(request));
        }
        return actor;
    }

    /**
     * Whose a token of the provider is; one that isn't may have cost a question to the provider.
     *
     * @throws Rejected 429 when too many came from there that were nobody's
     */
    Authentication authentication(Supplier<Authentication> check, HttpServletRequest request) {
        hold(request);
        try {
            return check.get();
        } catch (AuthenticationException nobodys) {
            buckets.take(Address.of(request));
            throw nobodys;
        }
    }

    private void hold(HttpServletRequest request) {
        buckets.waiting(Address.of(request)).ifPresent(Strangers::refuse);
    }

    private static void refuse(Duration wait) {
        throw Rejected.tooMany(
                "too-many-strangers",
                "Too many unknown tokens",
                "Too many tokens came from this address that nobody knows; wait before the next one.",
                wait);
    }
}
