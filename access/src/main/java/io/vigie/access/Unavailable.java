package io.vigie.access;

import io.vigie.web.Rejected;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;

/** Who asks can't be found out while the database or the provider doesn't answer: 503, and the reason in the log. */
public final class Unavailable {

    private static final Logger LOG = LoggerFactory.getLogger(Unavailable.class);

    private Unavailable() {}

    /**
     * The answer.
     *
     * @throws Rejected 503 without one
     */
    public static <T> T orElse(Supplier<T> question) {
        try {
            return question.get();
        } catch (AuthenticationServiceException | JwtDecoderInitializationException | DataAccessException away) {
            Throwable cause = away.getCause() == null ? away : away.getCause();
            LOG.warn("Who asks can't be found out: {}", cause.getClass().getSimpleName());
            throw Rejected.notReady(
                    "sign-in-unavailable",
                    "Nobody can be recognised",
                    "Whose the request is can't be found out right now; try again in a moment.",
                    Duration.ofSeconds(1));
        }
    }
}
