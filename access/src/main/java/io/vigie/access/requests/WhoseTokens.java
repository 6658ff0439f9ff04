package io.vigie.access.requests;

import io.vigie.access.AccessSettings;
import io.vigie.access.Actor;
import io.vigie.access.Unavailable;
import io.vigie.access.tokens.Remembered;
import io.vigie.access.tokens.SecretText;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Tells whose the token in a header is: one of Vigie's own by its beginning, a JWT by the provider that vouches for it. Of
 * anything else nobody is asked.
 */
final class WhoseTokens implements AuthenticationManagerResolver<HttpServletRequest> {

    private static final Pattern JWT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private final Remembered tokens;
    private final Strangers strangers;
    private final @Nullable AuthenticationManager vouched;

    WhoseTokens(Remembered tokens, Strangers strangers, AccessSettings.@Nullable Jwt settings, Clock clock) {
        this.tokens = tokens;
        this.strangers = strangers;
        this.vouched = settings == null ? null : VouchedTokens.of(settings, clock);
    }

    @Override
    public AuthenticationManager resolve(HttpServletRequest request) {
        return authentication -> authenticate(authentication, request);
    }

    private Authentication authenticate(Authentication authentication, HttpServletRequest request) {
        String text = authentication instanceof BearerTokenAuthenticationToken bearer ? bearer.getToken() : "";
        AuthenticationManager provider = vouched;
        if (SecretText.TOKEN.isOne(text)) {
            return own(text, request);
        }
        if (provider != null && JWT.matcher(text).matches()) {
            return strangers.authentication(
                    () -> Unavailable.orElse(() -> provider.authenticate(authentication)), request);
        }
        throw new InvalidBearerTokenException("nobody's");
    }

    /** Whose it is by now that was somebody's before; empty when it isn't taken any more. */
    Optional<Actor> again(String text) {
        AuthenticationManager provider = vouched;
        if (SecretText.TOKEN.isOne(text)) {
            return Unavailable.orElse(() -> tokens.actor(text));
        }
        if (provider == null || !JWT.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                            Unavailable.orElse(() -> provider.authenticate(new BearerTokenAuthenticationToken(text))))
                    .map(known -> known.getPrincipal() instanceof Actor actor ? actor : null);
        } catch (AuthenticationException over) {
            return Optional.empty();
        }
    }

    private Authentication own(String text, HttpServletRequest request) {
        Actor actor = Unavailable.orElse(() -> strangers.actor(tokens, text, request))
                .orElseThrow(() -> new InvalidBearerTokenException("unknown"));
        return UsernamePasswordAuthenticationToken.authenticated(actor, null, actor.roles());
    }
}
