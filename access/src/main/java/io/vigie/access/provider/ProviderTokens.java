package io.vigie.access.provider;

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
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/**
 * JWT that an OpenID Connect provider signed for Vigie. Which keys may have signed is the provider's word at its own
 * address, never the token's: {@code jku}, {@code x5u} and {@code jwk} are not looked at.
 */
public final class ProviderTokens {

    /** How much the provider's clock and this one may differ. */
    public static final Duration SKEW = Duration.ofSeconds(60);

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Pattern SUBJECT = Pattern.compile("[!-~]{1,200}");

    /** With the longest subject behind it, as long as the name of somebody who did something may be. */
    private static final int LONGEST_ISSUER = 99;

    private static final int LONGEST_ACCOUNT_MANAGER = 64;

    private ProviderTokens() {}

    /**
     * At the start, for the provider is only asked when somebody comes from it.
     *
     * @param setting with all that the provider needs
     * @param complete whether the rest of it is there
     * @throws StartRefused when it can't be trusted
     */
    public static void check(AccessSettings.Provider provider, boolean complete, String setting, String needed) {
        provider.algorithms().forEach(ProviderTokens::algorithm);
        URI issuer = URI.create(provider.issuer());
        boolean here = "127.0.0.1".equals(issuer.getHost()) || "localhost".equals(issuer.getHost());
        if (!complete
                || provider.algorithms().isEmpty()
                || provider.issuer().length() > LONGEST_ISSUER
                || !("https".equals(issuer.getScheme()) || here)) {
            throw new StartRefused(
                    "The provider can't be trusted as it is set.",
                    "Set " + setting + ": an https issuer of at most " + LONGEST_ISSUER + " characters, " + needed
                            + ", and at least one algorithm.");
        }
    }

    private static SignatureAlgorithm algorithm(String name) {
        return Optional.ofNullable(SignatureAlgorithm.from(name))
                .orElseThrow(() -> new IllegalArgumentException(name + " signs no tokens"));
    }

    /** Takes what the provider's keys signed, is of one of these types, and passes. */
    public static NimbusJwtDecoder decoder(
            NimbusJwtDecoder.JwkSetUriJwtDecoderBuilder keys,
            AccessSettings.Provider provider,
            OAuth2TokenValidator<Jwt> validator,
            @Nullable JOSEObjectType... types) {
        NimbusJwtDecoder decoder = keys.restOperations(new RestTemplate(requests()))
                .jwsAlgorithms(all -> {
                    all.clear();
                    provider.algorithms().forEach(name -> all.add(algorithm(name)));
                })
                .jwtProcessorCustomizer(
                        processor -> processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(types)))
                .build();
        decoder.setJwtValidator(validator);
        return decoder;
    }

    /** How the provider is asked: whoever waits for somebody who doesn't answer isn't held up for long. */
    public static ClientHttpRequestFactory requests() {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(PATIENCE);
        requests.setReadTimeout(PATIENCE);
        return requests;
    }

    /** What holds for every token of the provider, and more. */
    public static OAuth2TokenValidator<Jwt> validator(
            AccessSettings.Provider provider, Clock clock, OAuth2TokenValidator<Jwt> more) {
        JwtTimestampValidator time = new JwtTimestampValidator(SKEW);
        time.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(
                time,
                new JwtClaimValidator<>(JwtClaimNames.EXP, end -> end != null),
                new JwtClaimValidator<String>(
                        JwtClaimNames.SUB,
                        subject -> subject != null && SUBJECT.matcher(subject).matches()),
                new JwtIssuerValidator(provider.issuer()),
                more);
    }

    /** Without a role of Vigie's it is somebody who may do nothing. */
    public static Actor actor(ClaimAccessor token, AccessSettings.Provider provider) {
        List<String> names = token.getClaimAsStringList(provider.rolesClaim());
        Set<Role> roles = (names == null ? List.<String>of() : names)
                .stream().flatMap(name -> Role.of(name).stream()).collect(Collectors.toSet());
        String accountManager = token.getClaimAsString(provider.accountManagerClaim());
        return new Actor(
                provider.issuer() + "|" + token.getClaimAsString(JwtClaimNames.SUB),
                Actor.Proof.PROVIDER_TOKEN,
                roles,
                accountManager == null || accountManager.length() > LONGEST_ACCOUNT_MANAGER ? null : accountManager);
    }
}
