package io.vigie.access.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.access.AccessSettings;
import io.vigie.access.TestDatabase;
import io.vigie.embedded.FreePort;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees of a sign-in at a provider that gets nobody in: a page, never a problem. */
class FailedForPersonIT {

    private static final AccessSettings.Database DATABASE = TestDatabase.empty();
    private static final String PERSON = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8";

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
        provider.people().say(claims -> {});
    }

    @Test
    void givenProviderThatSaysNo_whenItsPersonComesBack_thenToThePageAndNothingOfWhatItSaid() {
        provider.people().refuse("access_denied");

        Answer answer = comeBack(Traveller.goTo(browser.open("/api/sign-in/provider")), PERSON);

        leadsToThePage(answer, "sign-in-failed");
        assertThat(answer.text()).doesNotContain("access_denied", "state=");
        assertThat(browser.cookie("vigie_sign_in")).isEmpty();
    }

    @Test
    void givenAnswerOfAnotherBrowser_whenItComes_thenToThePage() {
        URI back = Traveller.goTo(browser.open("/api/sign-in/provider"));
        Traveller other = newBrowser();

        leadsToThePage(other.ask("GET", path(back), false, "Accept", PERSON), "sign-in-not-begun-here");
    }

    @Test
    void givenNoRole_whenItsPersonComesBack_thenToThePage() {
        provider.people().say(claims -> claims.claim("vigie_roles", null));

        leadsToThePage(comeBack(Traveller.goTo(browser.open("/api/sign-in/provider")), PERSON), "no-role");
    }

    @Test
    void givenManyAttempts_whenTriedAgain_thenToThePage() {
        for (String path : new String[] {"/api/sign-in/provider/callback?code=x", "/api/sign-in/provider"}) {
            // One comes back each second.
            assertThat(Stream.generate(() -> browser.open(path, "Accept", PERSON))
                            .limit(300)
                            .filter(answer -> answer.header("Location").equals("/sign-in?failed=too-many-attempts"))
                            .findFirst())
                    .hasValueSatisfying(answer -> leadsToThePage(answer, "too-many-attempts"));
        }
    }

    @Test
    void givenProviderThatIsAway_whenSignInBegins_thenToThePage() {
        String issuer = "http://127.0.0.1:" + FreePort.find();
        try (RunningToy alone = RunningToy.on(DATABASE, SignInAtProviderIT.settings(issuer))) {
            Answer answer = new Traveller(alone.asker()).open("/api/sign-in/provider?next=/api/docs", "Accept", PERSON);

            leadsToThePage(answer, "sign-in-unavailable");
            assertThat(answer.headers("Set-Cookie")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "*/*", "text/plain", "application/problem+json, */*"})
    void givenAProgram_whenItFails_thenTheProblem(String accepted) {
        URI back = Traveller.goTo(browser.open("/api/sign-in/provider"));
        Traveller other = newBrowser();

        other.ask("GET", path(back), false, "Accept", accepted).letsNobodyIn(403, "sign-in-not-begun-here");
    }

    @Test
    void givenWhatIsNoWayToSignIn_whenAPersonSendsIt_thenTheProblemAllTheSame() {
        toy.asker()
                .ask("GET", "/api/sign-in/provider", "X-Forwarded-Host", "evil.example/x?", "Accept", PERSON)
                .isProblem(400, "bad-host");
    }

    private static Traveller newBrowser() {
        return new Traveller(toy.asker());
    }

    private Answer comeBack(URI back, String accepted) {
        return browser.ask("GET", path(back), false, "Accept", accepted);
    }

    private static String path(URI back) {
        return back.getRawPath() + "?" + back.getRawQuery();
    }

    private static void leadsToThePage(Answer answer, String failed) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/sign-in?failed=" + failed);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers("Set-Cookie")).noneMatch(cookie -> cookie.contains("vigie_session=vigie"));
    }
}
