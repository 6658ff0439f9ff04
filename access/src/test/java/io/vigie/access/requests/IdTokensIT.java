package io.vigie.access.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.vigie.access.TestDatabase;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the provider says of whoever signed in, and when that is believed. */
class IdTokensIT {

    private static Provider provider;
    private static RunningToy toy;

    private final Traveller browser = newBrowser();

    @BeforeAll
    static void start() {
        provider = new Provider(0);
        toy = RunningToy.on(TestDatabase.empty(), SignInAtProviderIT.settings(provider.issuer()));
    }

    @AfterAll
    static void stop() {
        toy.close();
        provider.close();
    }

    private static Traveller newBrowser() {
        return new Traveller(toy.asker());
    }

    @Test
    void givenGoodIdToken_whenClocksDiffer_thenTakenWithinAMinute() {
        provider.people()
                .say(claims -> claims.issueTime(ProviderPeople.in(-300)).expirationTime(ProviderPeople.in(-55)));
        assertThat(browser.signIn("/").status()).isEqualTo(200);
        provider.people().say(claims -> claims.issueTime(ProviderPeople.in(55)).notBeforeTime(ProviderPeople.in(55)));
        assertThat(browser.signIn("/").status()).isEqualTo(200);

        refused(claims -> claims.issueTime(ProviderPeople.in(-300)).expirationTime(ProviderPeople.in(-65)));
        refused(claims -> claims.issueTime(ProviderPeople.in(65)));
        refused(claims -> claims.notBeforeTime(ProviderPeople.in(65)));
    }

    @Test
    void givenIdTokenForOthersOrOfOthers_whenItComes_then401() {
        refused(claims -> claims.audience("another"));
        refused(claims -> claims.audience(List.of()));
        refused(claims -> claims.audience(List.of(ProviderPeople.CLIENT, "another")));
        refused(claims -> claims.claim("azp", "another"));
        refused(claims -> claims.issuer("http://127.0.0.1:1"));
        refused(claims -> claims.issuer(null));
        refused(claims -> claims.subject(null));
        refused(claims -> claims.subject("x".repeat(201)));
        refused(claims -> claims.expirationTime(null));
        refused(claims -> claims.issueTime(null));
    }

    @Test
    void givenIdTokenOfAnotherSignIn_whenItComes_then401() {
        refused(claims -> claims.claim("nonce", "of-another"));
        refused(claims -> claims.claim("nonce", null));
    }

    @Test
    void givenOtherSignatures_whenTheyCome_then401() throws Exception {
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa").build();
        RSASSASigner stranger = new RSASSASigner(new RSAKeyGenerator(2048).generate());
        MACSigner symmetric = new MACSigner(provider.rsa().toRSAPublicKey().getEncoded());
        for (Function<JWTClaimsSet, String> made : List.<Function<JWTClaimsSet, String>>of(
                claims -> new PlainJWT(claims).serialize(),
                claims -> Provider.signed(header, claims, stranger),
                claims -> Provider.signed(new JWSHeader.Builder(JWSAlgorithm.HS256).build(), claims, symmetric),
                claims -> provider.signed(
                        new JWSHeader.Builder(JWSAlgorithm.RS512).keyID("rsa").build(), claims),
                claims -> provider.signed(
                        new JWSHeader.Builder(header)
                                .type(new JOSEObjectType("at+jwt"))
                                .build(),
                        claims),
                claims -> "x")) {
            provider.people().idTokens(claims -> made.apply(claims.build()));
            browser.signIn("/").letsNobodyIn(401, "sign-in-failed");
        }
    }

    @Test
    void givenNoRoleOfOurs_whenSignedIn_then403AndRecorded() {
        for (List<String> roles : List.of(List.<String>of(), List.of("boss", "AUDITOR"))) {
            provider.people().say(claims -> claims.claim("vigie_roles", roles).subject("eve"));

            browser.signIn("/").letsNobodyIn(403, "no-role");
        }
        provider.people().say(claims -> {});
        browser.signIn("/");
        assertThat(browser.open("/api/actions").body())
                .contains("\"deed\":\"sign-in-failed\",\"doneBy\":\"" + provider.issuer() + "|eve\"");
    }

    private void refused(Consumer<JWTClaimsSet.Builder> change) {
        provider.people().say(change);
        newBrowser().signIn("/").letsNobodyIn(401, "sign-in-failed");
    }
}
