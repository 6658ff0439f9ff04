package io.vigie.access.requests;

import io.vigie.access.signin.SessionCookie;
import io.vigie.access.tokens.SecretText;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Finds what proves who asks: a token in the header, or else the cookie of a session; never one in the other's place. */
final class HeaderOrCookie implements AuthenticationConverter {

    private final BearerTokenAuthenticationConverter header = new BearerTokenAuthenticationConverter();

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            return SessionCookie.of(request)
                    .filter(SecretText.SESSION::isOne)
                    .map(session -> {
                        SessionCookie.checkOrigin(request, session);
                        return new BearerTokenAuthenticationToken(session);
                    })
                    .orElse(null);
        }
        Authentication found = header.convert(request);
        if (found instanceof BearerTokenAuthenticationToken token && SecretText.SESSION.isOne(token.getToken())) {
            throw new InvalidBearerTokenException("a session is no token");
        }
        return found;
    }
}
