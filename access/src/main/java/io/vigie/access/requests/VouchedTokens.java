package io.vigie.access.requests;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import io.vigie.access.AccessSettings;
import io.vigie.access.Actor;
import io.vigie.access.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/**
 * JWT that an OpenID Connect provider signed for Vigie. Which keys may have signed is the provider's word at its own
 * address, never the token's: {@code jku}, {@code x5u} and {@code jwk} are not looked at.
 */
final class VouchedTokens {

    /** How much the provider's clock and this one may differ. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private VouchedTokens() {}

    static AuthenticationManager of(AccessSettings.Jwt settings, Clock clock) {
        // Now, for the decoder is only made at the first token.
        settings.algorithms().forEach(VouchedTokens::algorithm);
        JwtAuthenticationProvider provider =
                new JwtAuthenticationProvider(new SupplierJwtDecoder(() -> decoder(settings, clock)));
        provider.setJwtAuthenticationConverter(jwt -> {
            Actor actor = actor(jwt, settings);
            return UsernamePasswordAuthenticationToken.authenticated(actor, null, actor.getAuthorities());
        });
        return new ProviderManager(provider);
    }

    private static NimbusJwtDecoder decoder(AccessSettings.Jwt settings, Clock clock) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(settings.issuer())
                .jwsAlgorithms(all -> {
                    all.clear();
                    settings.algorithms().forEach(name -> all.add(algorithm(name)));
                })
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier(
                        new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null)))
                .build();
        decoder.setJwtValidator(validator(settings, clock));
        return decoder;
    }

    private static SignatureAlgorithm algorithm(String name) {
        return Optional.ofNullable(SignatureAlgorithm.from(name))
                .orElseThrow(() -> new IllegalArgumentException(name + " signs no tokens"));
    }

    private static OAuth2TokenValidator<Jwt> validator(AccessSettings.Jwt settings, Clock clock) {
        JwtTimestampValidator time = new JwtTimestampValidator(SKEW);
        time.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(
                time,
                new JwtClaimValidator<>(JwtClaimNames.EXP, end -> end != null),
                new JwtClaimValidator<String>(JwtClaimNames.SUB, subject -> subject != null && !subject.isBlank()),
                new JwtIssuerValidator(settings.issuer()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(settings.audience())));
    }

    /** Without a role of Vigie's it is somebody who may do nothing. */
    private static Actor actor(Jwt jwt, AccessSettings.Jwt settings) {
        List<String> names = jwt.getClaimAsStringList(settings.rolesClaim());
        Set<Role> roles = (names == null ? List.<String>of() : names)
                .stream().flatMap(name -> Role.of(name).stream()).collect(Collectors.toSet());
        return new Actor(
                Objects.requireNonNull(jwt.getSubject(), "the validator demands one"),
                roles,
                jwt.getClaimAsString(settings.accountManagerClaim()));
    }
}
