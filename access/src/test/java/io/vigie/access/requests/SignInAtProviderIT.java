package io.vigie.access.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.access.AccessSettings;
import io.vigie.access.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

/** People who sign in at a provider. */
@ExtendWith(OutputCaptureExtension.class)
class SignInAtProviderIT {

    private static final AccessSettings.Database DATABASE = TestDatabase.empty();

    private static Provider provider;
    private static RunningToy toy;

    @BeforeAll
    static void start() {
        provider = new Provider(0);
        toy = running();
    }

    @AfterAll
    static void stop() {
        toy.close();
        provider.close();
    }

    private static RunningToy running() {
        return RunningToy.on(DATABASE, settings(provider.issuer()));
    }

    static String[] settings(String issuer) {
        return new String[] {
            "--vigie.access.oidc.issuer=" + issuer,
            "--vigie.access.oidc.client-id=" + ProviderPeople.CLIENT,
            "--vigie.access.oidc.client-secret=" + ProviderPeople.SECRET
        };
    }

    @Test
    void givenProvider_whenAskedHowToSignIn_thenItIsOneOfTheWays() {
        assertThat(toy.asker().ask("GET", "/api/sign-in").body()).isEqualTo("{\"password\":true,\"provider\":true}");
        try (RunningToy without = RunningToy.on(TestDatabase.empty())) {
            assertThat(without.asker().ask("GET", "/api/sign-in").body())
                    .isEqualTo("{\"password\":true,\"provider\":false}");
        }
    }

    @Test
    void givenBrowser_whenItSignsIn_thenSentToTheProviderWithWhatNobodyCanGuess() {
        Traveller browser = new Traveller(toy.asker());

        Answer there = browser.open("/api/sign-in/provider?next=/api/docs");

        assertThat(there.status()).as(there.text()).isEqualTo(302);
        assertThat(there.header("Location"))
                .startsWith(provider.issuer() + "/authorize?tenant=1&")
                .contains("response_type=code", "client_id=vigie-client", "scope=openid", "code_challenge_method=S256")
                .contains("redirect_uri=http://localhost:8080/api/sign-in/provider/callback")
                .containsPattern("[?&]state=[A-Za-z0-9_%-]{43,}")
                .containsPattern("[?&]nonce=[A-Za-z0-9_-]{43}")
                .containsPattern("[?&]code_challenge=[A-Za-z0-9_-]{43}")
                .doesNotContain(browser.cookie("vigie_sign_in").substring(14, 50), "secret");
        assertThat(there.header("Set-Cookie"))
                .startsWith("vigie_sign_in=vigie-sign-in_")
                .contains("; HttpOnly", "; SameSite=Lax", "; Path=/", "; Max-Age=600");
        assertThat(there.header("Cache-Control")).contains("no-store");
        String another = browser.open("/api/sign-in/provider").header("Location");
        assertThat(another.split("&"))
                .filteredOn(part -> part.matches("(state|nonce|code_challenge)=.*"))
                .hasSize(3)
                .noneMatch(there.header("Location")::contains);
        Answer secure = toy.asker()
                .ask("GET", "/api/sign-in/provider", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "vigie.example");
        assertThat(secure.header("Set-Cookie"))
                .startsWith("__Host-vigie_sign_in=")
                .contains("; Secure");
        assertThat(secure.header("Location")).contains("redirect_uri=https://vigie.example/api/sign-in");
    }

    @Test
    void givenProvider_whenItsPersonComesBack_thenASessionInItsRolesAndOnToThePage(CapturedOutput output) {
        Traveller browser = new Traveller(toy.asker());
        URI back = Traveller.goTo(browser.open("/api/sign-in/provider?next=/api/docs%3Fa%3D%22b%22%26c"));

        Answer answer = browser.comeBack(back);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.body())
                .contains("content=\"0; url=/api/docs?a=&quot;b&quot;&amp;c\"")
                .doesNotContain("<script");
        assertThat(answer.text()).contains("; SameSite=Strict", "vigie_session=vigie-session_");
        assertThat(browser.cookie("vigie_sign_in")).isEmpty();
        assertThat(browser.open("/api/me").body())
                .contains("\"accountId\":\"" + provider.issuer() + "|ada@idp\"")
                .contains("[\"account-manager\",\"auditor\"]", "\"accountManagerId\":\"m-1\"");
        assertThat(browser.open("/api/dead-letters").status()).isEqualTo(200);
        browser.open("/actuator").isProblem(403, "forbidden");
        assertThat(browser.open("/api/actions").body())
                .contains("\"deed\":\"signed-in\",\"doneBy\":\"" + provider.issuer() + "|ada@idp\"");
        assertThat(output.getAll())
                .doesNotContain(browser.cookie("vigie_session"), ProviderPeople.SECRET, "ada@idp", back.getRawQuery());
    }

    @Test
    void givenSession_whenSignedOut_thenOnlyByAPageOfOursAndItIsOver() throws InterruptedException {
        Traveller browser = new Traveller(toy.asker());
        browser.signIn("/");
        String csrf = JsonMapper.shared()
                .readTree(browser.open("/api/me").body())
                .path("csrfToken")
                .asString();
        String session = browser.cookie("vigie_session");
        browser.ask("POST", "/api/sign-out", true).isProblem(403, "csrf-token-missing");

        assertThat(browser.ask("POST", "/api/sign-out", true, "X-CSRF-Token", csrf)
                        .status())
                .isEqualTo(204);

        Thread.sleep(1_100);
        toy.asker().ask("GET", "/api/me", "Cookie", "vigie_session=" + session).isProblem(401);
    }

    @Test
    void givenTwoInstances_whenASignInBeganAtTheOther_thenItEndsHereAndBothKnowIt() {
        Traveller browser = new Traveller(toy.asker());
        URI back = Traveller.goTo(browser.open("/api/sign-in/provider"));
        try (RunningToy again = running()) {
            Traveller same = browser.at(again.asker());

            assertThat(same.comeBack(back).status()).isEqualTo(200);

            assertThat(same.open("/api/me").status()).isEqualTo(200);
            assertThat(same.at(toy.asker()).open("/api/me").status()).isEqualTo(200);
        }
    }

    @Test
    void givenSession_whenTwelveHoursAreOver_thenSignedOut() {
        Traveller browser = new Traveller(toy.asker());
        browser.signIn("/");
        AccessIT.CLOCK.advance(Duration.ofHours(12).minusSeconds(1));
        assertThat(browser.open("/api/me").status()).isEqualTo(200);

        AccessIT.CLOCK.advance(Duration.ofSeconds(1));

        browser.open("/api/me").isProblem(401, "not-signed-in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/%5Cevil.example",
                "https://evil.example",
                "evil.example",
                "/%09/evil.example",
                "/%0D%0AX-Evil:%20yes",
                "/%20/evil.example",
                "javascript:alert(1)",
                "/%C3%A9",
                ""
            })
    void givenANextPageElsewhere_whenSignedIn_thenTheFrontPage(String next) {
        Answer answer = new Traveller(toy.asker()).signIn(next);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body()).contains("content=\"0; url=/\"").doesNotContain("evil", "alert");
        assertThat(answer.header("X-Evil")).isEmpty();
    }

    @Test
    void givenManyAttempts_whenTriedAgain_then429ForThatAddress() {
        String[] from = Browser.from();
        for (String path : new String[] {"/api/sign-in/provider/callback?code=x", "/api/sign-in/provider"}) {
            // One comes back each second.
            assertThat(Stream.generate(() -> toy.asker().ask("GET", path, from))
                            .limit(300)
                            .filter(answer -> answer.status() == 429)
                            .findFirst())
                    .hasValueSatisfying(answer -> answer.isProblem(429, "too-many-attempts"));
        }
        assertThat(new Traveller(toy.asker()).signIn("/").status()).isEqualTo(200);
    }
}
