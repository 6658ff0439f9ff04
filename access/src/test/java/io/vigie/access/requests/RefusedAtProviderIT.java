package io.vigie.access.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.vigie.access.AccessSettings;
import io.vigie.access.TestDatabase;
import io.vigie.embedded.FreePort;
import io.vigie.web.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-ins at a provider that get nobody in. */
class RefusedAtProviderIT {

    private static final AccessSettings.Database DATABASE = TestDatabase.empty();

    private static Provider provider;
    private static RunningToy toy;

    private final Traveller browser = newBrowser();

    @BeforeAll
    static void start() {
        provider = new Provider(0);
        toy = RunningToy.on(DATABASE, SignInAtProviderIT.settings(provider.issuer()));
    }

    @AfterAll
    static void stop() {
        toy.close();
        provider.close();
    }

    @BeforeEach
    void asUsual() {
        provider.people().refuse("");
        said(claims -> {});
    }

    @Test
    void givenGoodIdToken_whenClocksDiffer_thenTakenWithinAMinute() {
        said(claims -> claims.expirationTime(ProviderPeople.in(-55)));
        assertThat(browser.signIn("/").status()).isEqualTo(200);
        said(claims -> claims.issueTime(ProviderPeople.in(55)).notBeforeTime(ProviderPeople.in(55)));
        assertThat(browser.signIn("/").status()).isEqualTo(200);

        refused(claims -> claims.expirationTime(ProviderPeople.in(-65)));
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
            isNobody(browser.signIn("/"), 401, "sign-in-failed");
        }
    }

    @Test
    void givenNoRoleOfOurs_whenSignedIn_then403AndRecorded() {
        for (List<String> roles : List.of(List.<String>of(), List.of("boss", "AUDITOR"))) {
            said(claims -> claims.claim("vigie_roles", roles).subject("eve"));

            isNobody(browser.signIn("/"), 403, "no-role");
        }
        said(claims -> {});
        browser.signIn("/");
        assertThat(browser.open("/api/actions").body())
                .contains("\"deed\":\"sign-in-failed\",\"doneBy\":\"" + provider.issuer() + "|eve\"");
    }

    @Test
    void givenAnswerOfAnotherBrowser_whenItComes_then403() {
        URI victims = Traveller.goTo(browser.open("/api/sign-in/provider"));
        Traveller other = newBrowser();

        isNobody(other.comeBack(victims), 403, "sign-in-not-begun-here");

        URI attackers = Traveller.goTo(other.open("/api/sign-in/provider"));
        isNobody(browser.comeBack(attackers), 403, "sign-in-not-begun-here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", ".", "vigie-sign-in_x.Lw", "%s.%%%%", "%s.L", "%s", "%s.Lw; vigie_sign_in=%1$s.Lw"})
    void givenACookieThatIsNone_whenItsBrowserComesBack_then403(String cookie) {
        URI back = Traveller.goTo(browser.open("/api/sign-in/provider"));
        String text = browser.cookie("vigie_sign_in");
        Traveller other = newBrowser();
        other.keep("vigie_sign_in", cookie.formatted(text.substring(0, text.indexOf('.') - 1)));

        isNobody(other.comeBack(back), 403, "sign-in-not-begun-here");
    }

    @Test
    void givenCookieThatLeadsElsewhere_whenItsBrowserComesBack_thenTheFrontPage() {
        URI back = Traveller.goTo(browser.open("/api/sign-in/provider"));
        String text = browser.cookie("vigie_sign_in");
        // "//evil.example"
        browser.keep("vigie_sign_in", text.substring(0, text.indexOf('.')) + ".Ly9ldmlsLmV4YW1wbGU");

        assertThat(browser.comeBack(back).body()).contains("content=\"0; url=/\"");
    }

    @Test
    void givenState_whenItIsChangedOrMissing_then403() {
        for (String state : List.of("", "&state=", "&state=x")) {
            URI back = Traveller.goTo(browser.open("/api/sign-in/provider"));

            isNobody(
                    browser.comeBack(URI.create(back.toString().replaceFirst("&state=.*", state))),
                    403,
                    "sign-in-not-begun-here");
        }
    }

    @Test
    void givenCode_whenItComesAgain_thenNotTaken() {
        URI back = Traveller.goTo(browser.open("/api/sign-in/provider"));
        String cookie = browser.cookie("vigie_sign_in");
        assertThat(browser.comeBack(back).status()).isEqualTo(200);
        Traveller again = newBrowser();

        isNobody(again.comeBack(back), 403, "sign-in-not-begun-here");

        again.keep("vigie_sign_in", cookie);
        isNobody(again.comeBack(back), 401, "sign-in-failed");
    }

    @Test
    void givenCodeOfAnother_whenItIsPutIntoOnesOwnAnswer_then401() {
        String stolen = Traveller.goTo(newBrowser().open("/api/sign-in/provider"))
                .getRawQuery()
                .replaceFirst(".*(code=[^&]*).*", "$1");
        URI own = Traveller.goTo(browser.open("/api/sign-in/provider"));

        isNobody(
                browser.comeBack(URI.create(own.toString().replaceFirst("code=[^&]*", stolen))), 401, "sign-in-failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_denied", "server_error", "%3Cscript%3E"})
    void givenProviderThatSaysNo_whenItsPersonComesBack_then401(String error) {
        provider.people().refuse(error);

        Answer answer = browser.signIn("/");

        isNobody(answer, 401, "sign-in-failed");
        assertThat(answer.body()).doesNotContain(error, "script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "code=", "error=", "error=access_denied"})
    void givenAnswerThatIsNone_whenItComes_then401(String query) {
        browser.open("/api/sign-in/provider");

        isNobody(
                browser.comeBack(URI.create("http://localhost/api/sign-in/provider/callback?" + query)),
                401,
                "sign-in-failed");
    }

    @Test
    void givenAnswerOfAnotherProvider_whenItComes_then401() {
        URI back = Traveller.goTo(browser.open("/api/sign-in/provider"));

        isNobody(
                browser.comeBack(URI.create(back.toString().replaceFirst("&iss=[^&]*", "&iss=http://127.0.0.1:1"))),
                401,
                "sign-in-failed");
    }

    @Test
    void givenHostThatIsNone_whenSignInBegins_then400() {
        toy.asker()
                .ask("GET", "/api/sign-in/provider", "X-Forwarded-Host", "evil.example/x?")
                .isProblem(400, "bad-host");
    }

    @Test
    @Timeout(20)
    void givenProviderThatIsAway_whenSignedIn_then503AndLaterNot() throws IOException {
        int port = FreePort.find();
        String issuer = "http://127.0.0.1:" + port;
        try (RunningToy waiting = RunningToy.on(DATABASE, SignInAtProviderIT.settings(issuer))) {
            Traveller patient = new Traveller(waiting.asker());
            patient.open("/api/sign-in/provider").isProblem(503, "sign-in-unavailable");
            try (ServerSocket silent = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
                long before = System.nanoTime();
                Answer answer = patient.open("/api/sign-in/provider");

                answer.isProblem(503, "sign-in-unavailable");
                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
                assertThat(silent.isClosed()).isFalse();
            }
            URI back;
            try (Provider there = new Provider(port)) {
                there.hideKeys();
                isNobody(patient.signIn("/"), 503, "sign-in-unavailable");
                back = Traveller.goTo(patient.open("/api/sign-in/provider"));
            }
            isNobody(patient.comeBack(back), 503, "sign-in-unavailable");
        }
    }

    @Test
    void givenSettingsByWhichNobodyIsKnown_whenStarted_thenRefused() {
        for (String wrong : List.of(
                "--vigie.access.oidc.issuer=http://idp.example",
                "--vigie.access.oidc.client-id=",
                "--vigie.access.oidc.client-secret=",
                "--vigie.access.oidc.scopes=profile",
                "--vigie.access.oidc.issuer=https://idp.example/" + "x".repeat(80))) {
            String[] settings = SignInAtProviderIT.settings(provider.issuer());
            String[] changed = List.of(settings).stream()
                    .map(setting -> setting.startsWith(wrong.substring(0, wrong.indexOf('=') + 1)) ? wrong : setting)
                    .toArray(String[]::new);
            String[] all = List.of(changed).contains(wrong) ? changed : add(changed, wrong);
            assertThatThrownBy(() -> RunningToy.on(DATABASE, all).close())
                    .as(wrong)
                    .rootCause()
                    .isInstanceOf(StartRefused.class);
        }
    }

    private static String[] add(String[] settings, String more) {
        String[] all = Arrays.copyOf(settings, settings.length + 1);
        all[settings.length] = more;
        return all;
    }

    private static Traveller newBrowser() {
        return new Traveller(toy.asker());
    }

    private static void said(Consumer<JWTClaimsSet.Builder> change) {
        provider.people().idTokens(claims -> {
            change.accept(claims);
            return provider.signed(claims.build());
        });
    }

    private void refused(Consumer<JWTClaimsSet.Builder> change) {
        said(change);
        isNobody(newBrowser().signIn("/"), 401, "sign-in-failed");
    }

    private static void isNobody(Answer answer, int status, String type) {
        answer.isProblem(status, type);
        assertThat(answer.headers("Set-Cookie")).noneMatch(cookie -> cookie.contains("vigie_session=vigie"));
    }
}
