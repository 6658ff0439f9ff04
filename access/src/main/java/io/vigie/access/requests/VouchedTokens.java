package io.vigie.access.requests;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import io.vigie.access.AccessSettings;
import io.vigie.access.Actor;
import io.vigie.access.Role;
import io.vigie.web.StartRefused;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
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
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;

/**
 * JWT that an OpenID Connect provider signed for Vigie. Which keys may have signed is the provider's word at its own
 * address, never the token's: {@code jku}, {@code x5u} and {@code jwk} are not looked at.
 */
final class VouchedTokens {

    /** How much the provider's clock and this one may differ. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Pattern SUBJECT = Pattern.compile("[!-~]{1,200}");

    private VouchedTokens() {}

    static AuthenticationManager of(AccessSettings.Jwt settings, Clock clock) {
        check(settings);
        JwtAuthenticationProvider provider =
                new JwtAuthenticationProvider(new SupplierJwtDecoder(() -> decoder(settings, clock)));
        provider.setJwtAuthenticationConverter(jwt -> {
            Actor actor = actor(jwt, settings);
            return UsernamePasswordAuthenticationToken.authenticated(actor, null, actor.getAuthorities());
        });
        return new ProviderManager(provider);
    }

    /** Now, for the decoder is only made at the first token. */
    private static void check(AccessSettings.Jwt settings) {
        settings.algorithms().forEach(VouchedTokens::algorithm);
        URI issuer = URI.create(settings.issuer());
        boolean here = "127.0.0.1".equals(issuer.getHost()) || "localhost".equals(issuer.getHost());
        if (settings.algorithms().isEmpty()
                || settings.audience().isBlank()
                || !("https".equals(issuer.getScheme()) || here)) {
            throw new StartRefused(
                    "The provider of tokens can't be trusted as it is set.",
                    "Set vigie.access.jwt: an https issuer, an audience, and at least one algorithm.");
        }
    }

    private static NimbusJwtDecoder decoder(AccessSettings.Jwt settings, Clock clock) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(settings.issuer())
                .restOperations(http())
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

    private static RestOperations http() {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(PATIENCE);
        requests.setReadTimeout(PATIENCE);
        return new RestTemplate(requests);
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
                new JwtClaimValidator<String>(
                        JwtClaimNames.SUB,
                        subject -> subject != null && SUBJECT.matcher(subject).matches()),
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
                settings.issuer() + "|" + jwt.getSubject(),
                Actor.Proof.PROVIDER,
                roles,
                jwt.getClaimAsString(settings.accountManagerClaim()));
    }
}
