package io.vigie.access.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.vigie.access.AccessSettings;
import io.vigie.access.TestDatabase;
import io.vigie.embedded.FreePort;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tokens of an OpenID Connect provider. */
class VouchedTokensIT {

    private static final JWSHeader RS256 =
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa").build();

    private static RunningToy toy;
    private static Asker asker;
    private static Provider provider;

    @BeforeAll
    static void start() {
        int port = FreePort.find();
        String issuer = "http://127.0.0.1:" + port;
        AccessSettings.Database database = TestDatabase.empty();
        toy = RunningToy.on(database, "--vigie.access.jwt.issuer=" + issuer, "--vigie.access.jwt.audience=vigie");
        asker = toy.asker();
        // Not there yet at the service's start, and a token of it can't be checked.
        ask("eyJhbGciOiJSUzI1NiJ9.e30.AAAA").isProblem(503, "sign-in-unavailable");
        ask("x").isProblem(401, "bad-token");
        provider = new Provider(port);
    }

    @AfterAll
    static void stop() {
        toy.close();
        provider.close();
    }

    @Test
    void givenGoodToken_whenAsked_thenItsSubjectInItsRoles() {
        Answer answer = ask(provider.signed(claims(claims -> {})));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(provider.issuer() + "|ada@idp [auditor] all");
        JWSHeader elliptic =
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec").build();
        assertThat(ask(provider.signed(elliptic, claims(claims -> {}))).status())
                .isEqualTo(200);
        JWSHeader access =
                new JWSHeader.Builder(RS256).type(new JOSEObjectType("at+jwt")).build();
        assertThat(ask(provider.signed(access, claims(claims -> {}))).status()).isEqualTo(200);
    }

    @Test
    void givenClocksThatDiffer_whenAsked_thenTakenWithinAMinute() {
        assertThat(ask(provider.signed(claims(claims -> claims.expirationTime(in(-55)))))
                        .status())
                .isEqualTo(200);
        assertThat(ask(provider.signed(claims(claims -> claims.notBeforeTime(in(55)))))
                        .status())
                .isEqualTo(200);
        refused(provider.signed(claims(claims -> claims.expirationTime(in(-65)))));
        refused(provider.signed(claims(claims -> claims.notBeforeTime(in(65)))));
    }

    @Test
    void givenTokenForOthersOrOfOthers_whenAsked_then401() {
        refused(provider.signed(claims(claims -> claims.audience("another"))));
        refused(provider.signed(claims(claims -> claims.audience(List.of()))));
        refused(provider.signed(claims(claims -> claims.issuer("http://127.0.0.1:1"))));
        refused(provider.signed(claims(claims -> claims.issuer(null))));
        refused(provider.signed(claims(claims -> claims.subject(null))));
        refused(provider.signed(claims(claims -> claims.subject(" "))));
        refused(provider.signed(claims(claims -> claims.subject("x".repeat(201)))));
        refused(provider.signed(claims(claims -> claims.expirationTime(null))));
        JWSHeader typed = new JWSHeader.Builder(RS256)
                .type(new JOSEObjectType("logout+jwt"))
                .build();
        refused(provider.signed(typed, claims(claims -> {})));
    }

    @Test
    void givenOtherSignatures_whenAsked_then401() throws Exception {
        String good = provider.signed(claims(claims -> {}));
        refused(new PlainJWT(claims(claims -> {})).serialize());
        refused(good.substring(0, good.lastIndexOf('.') + 1));
        refused(good.substring(0, good.length() - 10) + "AAAAAAAAAA");
        String[] parts = good.split("\\.");
        String other = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims(claims -> claims.claim("vigie_roles", List.of("administrator")))
                        .toString()
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        refused(parts[0] + "." + other + "." + parts[2]);
        refused(provider.signed(
                new JWSHeader.Builder(JWSAlgorithm.RS512).keyID("rsa").build(), claims(claims -> {})));
        // The public key as the secret of a symmetric signature.
        refused(Provider.signed(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa").build(),
                claims(claims -> {}),
                new MACSigner(provider.rsa().toRSAPublicKey().getEncoded())));
    }

    @Test
    void givenKeysThatTheProviderDoesNotHave_whenAsked_then401AndNobodyElseIsAsked() throws Exception {
        RSAKey stranger = new RSAKeyGenerator(2048).keyID("stranger").generate();
        try (Provider elsewhere = new Provider(0)) {
            for (JWSHeader header : List.of(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("stranger").build(),
                    RS256,
                    new JWSHeader.Builder(RS256).jwk(stranger.toPublicJWK()).build(),
                    new JWSHeader.Builder(RS256)
                            .jwkURL(URI.create(elsewhere.issuer() + "/keys"))
                            .build(),
                    new JWSHeader.Builder(RS256)
                            .x509CertURL(URI.create(elsewhere.issuer() + "/keys"))
                            .build())) {
                refused(Provider.signed(header, claims(claims -> {}), new RSASSASigner(stranger)));
            }
            assertThat(elsewhere.asked()).isZero();
        }
    }

    @Test
    void givenNoRoleOfOurs_whenAsked_then403() {
        ask(provider.signed(claims(claims -> claims.claim("vigie_roles", null))))
                .isProblem(403, "forbidden");
        ask(provider.signed(claims(claims -> claims.claim("vigie_roles", List.of("boss", "AUDITOR")))))
                .isProblem(403, "forbidden");
        ask(provider.signed(claims(claims -> claims.claim("vigie_roles", List.of("boss", "operator")))))
                .isProblem(403, "forbidden");
    }

    private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(provider.issuer())
                .audience(List.of("other", "vigie"))
                .subject("ada@idp")
                .issueTime(in(-600))
                .expirationTime(in(300))
                .claim("vigie_roles", List.of("auditor"));
        change.accept(claims);
        return claims.build();
    }

    private static Date in(int seconds) {
        return Date.from(now().plusSeconds(seconds));
    }

    private static Instant now() {
        return AccessIT.CLOCK.instant();
    }

    private static Answer ask(String token) {
        return asker.ask("GET", "/api/clients", "Authorization", "Bearer " + token);
    }

    private static void refused(String token) {
        ask(token).isProblem(401, "bad-token");
    }
}
