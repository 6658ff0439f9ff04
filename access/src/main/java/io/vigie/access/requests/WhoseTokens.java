package io.vigie.access.requests;

import io.vigie.access.AccessSettings;
import io.vigie.access.tokens.Remembered;
import io.vigie.access.tokens.SecretText;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.OpaqueTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;

/**
 * Tells whose the token in a header is: one of Vigie's own by its beginning, a JWT by the provider that vouches for it. Of
 * anything else nobody is asked.
 */
final class WhoseTokens implements AuthenticationManagerResolver<HttpServletRequest> {

    private static final Pattern JWT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private final AuthenticationManager own;
    private final @Nullable AuthenticationManager vouched;

    WhoseTokens(Remembered tokens, AccessSettings.@Nullable Jwt settings, Clock clock) {
        this.own = new ProviderManager(new OpaqueTokenAuthenticationProvider(
                text -> tokens.actor(text).orElseThrow(() -> new BadOpaqueTokenException("unknown"))));
        this.vouched = settings == null ? null : VouchedTokens.of(settings, clock);
    }

    @Override
    public AuthenticationManager resolve(HttpServletRequest request) {
        return this::authenticate;
    }

    private Authentication authenticate(Authentication authentication) {
        String text = authentication instanceof BearerTokenAuthenticationToken bearer ? bearer.getToken() : "";
        AuthenticationManager provider = vouched;
        if (SecretText.TOKEN.isOne(text)) {
            return Unavailable.orElse(() -> own.authenticate(authentication));
        }
        if (provider != null && JWT.matcher(text).matches()) {
            return Unavailable.orElse(() -> provider.authenticate(authentication));
        }
        throw new InvalidBearerTokenException("nobody's");
    }
}
