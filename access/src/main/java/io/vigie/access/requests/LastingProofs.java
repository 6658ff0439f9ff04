package io.vigie.access.requests;

import io.vigie.access.Actor;
import io.vigie.access.Unavailable;
import io.vigie.access.signin.SessionCookie;
import io.vigie.access.tokens.Remembered;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/**
 * Asks again for requests whose answers go on for long: what they carried may have come to its end, been taken back, or be
 * good for something else by now.
 */
public final class LastingProofs {

    private final DefaultBearerTokenResolver headers = new DefaultBearerTokenResolver();
    private final WhoseTokens tokens;
    private final @Nullable Remembered sessions;

    LastingProofs(WhoseTokens tokens, @Nullable Remembered sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /**
     * Who would make the request if it came now; nobody once it wouldn't be let in. Can be asked when the request is over,
     * and throws {@link io.vigie.web.Rejected} while it can't be found out.
     */
    public Supplier<Optional<Actor>> of(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            String token = headers.resolve(request);
            return () -> token == null ? Optional.empty() : tokens.again(token);
        }
        Optional<String> session = SessionCookie.of(request);
        Remembered kept = sessions;
        return () ->
                kept == null ? Optional.empty() : session.flatMap(text -> Unavailable.orElse(() -> kept.actor(text)));
    }
}
