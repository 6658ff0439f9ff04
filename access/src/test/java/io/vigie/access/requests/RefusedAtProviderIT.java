package io.vigie.access.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void letIn() {
        provider.people().refuse("");
    }

    @Test
    void givenAnswerOfAnotherBrowser_whenItComes_then403() {
        URI victims = Traveller.goTo(browser.open("/api/sign-in/provider"));
        Traveller other = newBrowser();

        other.comeBack(victims).letsNobodyIn(403, "sign-in-not-begun-here");

        URI attackers = Traveller.goTo(other.open("/api/sign-in/provider"));
        browser.comeBack(attackers).letsNobodyIn(403, "sign-in-not-begun-here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", ".", "vigie-sign-in_x.Lw", "%s.%%%%", "%s.L", "%s", "%s.Lw; vigie_sign_in=%1$s.Lw"})
    void givenACookieThatIsNone_whenItsBrowserComesBack_then403(String cookie) {
        URI back = Traveller.goTo(browser.open("/api/sign-in/provider"));
        String text = browser.cookie("vigie_sign_in");
        Traveller other = newBrowser();
        other.keep("vigie_sign_in", cookie.formatted(text.substring(0, text.indexOf('.') - 1)));

        other.comeBack(back).letsNobodyIn(403, "sign-in-not-begun-here");
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

            browser.comeBack(URI.create(back.toString().replaceFirst("&state=.*", state)))
                    .letsNobodyIn(403, "sign-in-not-begun-here");
        }
    }

    @Test
    void givenCode_whenItComesAgain_thenNotTaken() {
        URI back = Traveller.goTo(browser.open("/api/sign-in/provider"));
        String cookie = browser.cookie("vigie_sign_in");
        assertThat(browser.comeBack(back).status()).isEqualTo(200);
        Traveller again = newBrowser();

        again.comeBack(back).letsNobodyIn(403, "sign-in-not-begun-here");

        again.keep("vigie_sign_in", cookie);
        again.comeBack(back).letsNobodyIn(401, "sign-in-failed");
    }

    @Test
    void givenCodeOfAnother_whenItIsPutIntoOnesOwnAnswer_then401() {
        String stolen = Traveller.goTo(newBrowser().open("/api/sign-in/provider"))
                .getRawQuery()
                .replaceFirst(".*(code=[^&]*).*", "$1");
        URI own = Traveller.goTo(browser.open("/api/sign-in/provider"));

        browser.comeBack(URI.create(own.toString().replaceFirst("code=[^&]*", stolen)))
                .letsNobodyIn(401, "sign-in-failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_denied", "server_error", "%3Cscript%3E"})
    void givenProviderThatSaysNo_whenItsPersonComesBack_then401(String error) {
        provider.people().refuse(error);

        Answer answer = browser.signIn("/");

        answer.letsNobodyIn(401, "sign-in-failed");
        assertThat(answer.body()).doesNotContain(error, "script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "code=", "error=", "error=access_denied"})
    void givenAnswerThatIsNone_whenItComes_then401(String query) {
        browser.open("/api/sign-in/provider");

        browser.comeBack(URI.create("http://localhost/api/sign-in/provider/callback?" + query))
                .letsNobodyIn(401, "sign-in-failed");
    }

    @Test
    void givenAnswerOfAnotherProvider_whenItComes_then401() {
        URI back = Traveller.goTo(browser.open("/api/sign-in/provider"));

        browser.comeBack(URI.create(back.toString().replaceFirst("&iss=[^&]*", "&iss=http://127.0.0.1:1")))
                .letsNobodyIn(401, "sign-in-failed");
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
                patient.signIn("/").letsNobodyIn(503, "sign-in-unavailable");
                back = Traveller.goTo(patient.open("/api/sign-in/provider"));
            }
            patient.comeBack(back).letsNobodyIn(503, "sign-in-unavailable");
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
}
