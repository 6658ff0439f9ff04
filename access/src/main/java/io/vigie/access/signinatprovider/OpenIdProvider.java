package io.vigie.access.signinatprovider;

import com.nimbusds.jose.JOSEObjectType;
import io.vigie.access.AccessSettings;
import io.vigie.access.Actor;
import io.vigie.access.provider.ProviderTokens;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The provider, as Spring Security's client speaks with it. What it says about itself is asked at the first sign-in, so that
 * one that is away keeps nobody from starting.
 */
final class OpenIdProvider {

    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final AccessSettings.Oidc settings;
    private final Clock clock;
    private volatile @Nullable Discovered discovered;

    OpenIdProvider(AccessSettings.Oidc settings, Clock clock) {
        ProviderTokens.check(
                settings,
                !settings.clientId().isBlank()
                        && !settings.clientSecret().isBlank()
                        && settings.scopes().contains("openid"),
                "vigie.access.oidc",
                "a client id, a client secret, the scope openid");
        this.settings = settings;
        this.clock = clock;
    }

    /** What it said about itself. */
    private record Discovered(ClientRegistration client, OidcAuthorizationCodeAuthenticationProvider exchange) {}

    /**
     * Where the browser asks it.
     *
     * @throws AuthenticationServiceException when the provider doesn't answer
     */
    URI address(BegunSignIn begun, String callback) {
        return URI.create(question(begun, callback, discovered().client()).getAuthorizationRequestUri());
    }

    /**
     * Who it is that comes back with an answer of the provider's.
     *
     * @throws OAuth2AuthenticationException when nobody can be known by it, or the provider doesn't answer
     * @throws AuthenticationServiceException when the provider doesn't answer
     */
    Actor actor(BegunSignIn begun, String callback, OAuth2AuthorizationResponse answer) {
        Discovered provider = discovered();
        Authentication signedIn = provider.exchange()
                .authenticate(new OAuth2LoginAuthenticationToken(
                        provider.client(),
                        new OAuth2AuthorizationExchange(question(begun, callback, provider.client()), answer)));
        if (signedIn == null || !(signedIn.getPrincipal() instanceof OidcUser user)) {
            throw new IllegalStateException("without the scope openid nobody is known");
        }
        return ProviderTokens.actor(user.getIdToken(), settings);
    }

    String issuer() {
        return settings.issuer();
    }

    private static OAuth2AuthorizationRequest question(BegunSignIn begun, String callback, ClientRegistration client) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(client.getProviderDetails().getAuthorizationUri()))
                .clientId(client.getClientId())
                .redirectUri(callback)
                .scopes(client.getScopes())
                .state(begun.state())
                .attributes(Map.of(
                        OidcParameterNames.NONCE, begun.nonce(), PkceParameterNames.CODE_VERIFIER, begun.verifier()))
                .additionalParameters(Map.of(
                        OidcParameterNames.NONCE,
                        BegunSignIn.hash(begun.nonce()),
                        PkceParameterNames.CODE_CHALLENGE,
                        BegunSignIn.hash(begun.verifier()),
                        PkceParameterNames.CODE_CHALLENGE_METHOD,
                        "S256"))
                .build();
    }

    private Discovered discovered() {
        Discovered known = discovered;
        if (known == null) {
            known = discover();
            discovered = known;
        }
        return known;
    }

    private Discovered discover() {
        try {
            Map<String, Object> told = RestClient.builder()
                    .requestFactory(ProviderTokens.requests())
                    .build()
                    .get()
                    .uri(URI.create(settings.issuer().replaceFirst("/$", "") + DISCOVERY))
                    .retrieve()
                    .body(new ParameterizedTypeReference<>() {});
            if (told == null || !settings.issuer().equals(told.get("issuer"))) {
                throw new IllegalArgumentException("it says that it is another one");
            }
            ClientRegistration client = ClientRegistrations.fromOidcConfiguration(told)
                    .registrationId("provider")
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret())
                    .scope(settings.scopes())
                    .build();
            return new Discovered(client, exchange(client));
        } catch (RestClientException | IllegalArgumentException notOne) {
            throw new AuthenticationServiceException("the provider can't be asked", notOne);
        }
    }

    private OidcAuthorizationCodeAuthenticationProvider exchange(ClientRegistration client) {
        JwtDecoder tokens = decoder(client);
        OidcAuthorizationCodeAuthenticationProvider exchange = new OidcAuthorizationCodeAuthenticationProvider(
                codes(), user -> new DefaultOidcUser(List.of(), user.getIdToken()));
        exchange.setJwtDecoderFactory(any -> tokens);
        return exchange;
    }

    private JwtDecoder decoder(ClientRegistration client) {
        OidcIdTokenValidator forThisClient = new OidcIdTokenValidator(client);
        forThisClient.setClock(clock);
        forThisClient.setClockSkew(ProviderTokens.SKEW);
        return ProviderTokens.decoder(
                NimbusJwtDecoder.withJwkSetUri(
                        Objects.requireNonNull(client.getProviderDetails().getJwkSetUri())),
                settings,
                ProviderTokens.validator(settings, clock, forThisClient),
                JOSEObjectType.JWT,
                null);
    }

    /** As the client's own way to ask for them, but not for long. */
    private static OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes() {
        RestClientAuthorizationCodeTokenResponseClient codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(RestClient.builder()
                .requestFactory(ProviderTokens.requests())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return codes;
    }
}
