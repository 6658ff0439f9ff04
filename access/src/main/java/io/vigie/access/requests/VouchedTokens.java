package io.vigie.access.requests;

import com.nimbusds.jose.JOSEObjectType;
import io.vigie.access.AccessSettings;
import io.vigie.access.Actor;
import io.vigie.access.provider.ProviderTokens;
import java.time.Clock;
import java.util.List;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/** Tokens that the provider made for Vigie, in a header. */
final class VouchedTokens {

    private VouchedTokens() {}

    static AuthenticationManager of(AccessSettings.Jwt settings, Clock clock) {
        ProviderTokens.check(settings, !settings.audience().isBlank(), "vigie.access.jwt", "an audience");
        JwtAuthenticationProvider provider =
                new JwtAuthenticationProvider(new SupplierJwtDecoder(() -> decoder(settings, clock)));
        provider.setJwtAuthenticationConverter(jwt -> {
            Actor actor = ProviderTokens.actor(jwt, settings);
            return UsernamePasswordAuthenticationToken.authenticated(actor, null, actor.roles());
        });
        return new ProviderManager(provider);
    }

    private static NimbusJwtDecoder decoder(AccessSettings.Jwt settings, Clock clock) {
        return ProviderTokens.decoder(
                NimbusJwtDecoder.withIssuerLocation(settings.issuer()),
                settings,
                ProviderTokens.validator(
                        settings,
                        clock,
                        new JwtClaimValidator<List<String>>(
                                JwtClaimNames.AUD,
                                audience -> audience != null && audience.contains(settings.audience()))),
                JOSEObjectType.JWT,
                new JOSEObjectType("at+jwt"),
                null);
    }
}
