package io.vigie.access.requests;

import io.vigie.access.AccessSettings;
import io.vigie.access.tokens.Remembered;
import io.vigie.access.tokens.SecretText;
import io.vigie.web.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.OpaqueTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;

/** Tells whose a token or session is: one of Vigie's own by its beginning, any other by the provider that vouches for it. */
final class WhoseTokens implements AuthenticationManagerResolver<HttpServletRequest> {

    private final AuthenticationManager all;

    WhoseTokens(Remembered tokens, Remembered sessions, AccessSettings.@Nullable Jwt settings, Clock clock) {
        AuthenticationManager own = new ProviderManager(
                new OpaqueTokenAuthenticationProvider(text -> (SecretText.SESSION.isOne(text) ? sessions : tokens)
                        .actor(text)
                        .orElseThrow(() -> new BadOpaqueTokenException("unknown"))));
        AuthenticationManager vouched = settings == null
                ? authentication -> {
                    throw new InvalidBearerTokenException("nobody vouches for it");
                }
                : VouchedTokens.of(settings, clock);
        this.all = authentication -> authenticate(isOwn(authentication) ? own : vouched, authentication);
    }

    @Override
    public AuthenticationManager resolve(HttpServletRequest request) {
        return all;
    }

    private static boolean isOwn(Authentication authentication) {
        return authentication instanceof BearerTokenAuthenticationToken bearer
                && (SecretText.TOKEN.isOne(bearer.getToken()) || SecretText.SESSION.isOne(bearer.getToken()));
    }

    private static Authentication authenticate(AuthenticationManager who, Authentication authentication) {
        try {
            return who.authenticate(authentication);
        } catch (AuthenticationServiceException | JwtDecoderInitializationException | DataAccessException unavailable) {
            throw Rejected.notReady(
                    "sign-in-unavailable",
                    "Nobody can be recognised",
                    "Whose the token is can't be found out right now; try again in a moment.",
                    Duration.ofSeconds(1));
        }
    }
}
