package io.vigie.access.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.access.AccessSettings;
import io.vigie.access.Role;
import io.vigie.access.TestDatabase;
import io.vigie.access.accounts.Account;
import io.vigie.access.accounts.Accounts;
import io.vigie.access.rules.AccessRule;
import io.vigie.access.rules.AccessRules;
import io.vigie.access.tokens.SecretText;
import io.vigie.access.tokens.Tokens;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People who signed in, in a browser. */
class SessionsIT {

    private static final AccessSettings.Database DATABASE = TestDatabase.empty();
    private static final String PASSWORD = "correct horse battery";

    private static RunningToy toy;

    @BeforeAll
    static void start() {
        toy = RunningToy.on(DATABASE);
        toy.bean(Accounts.class)
                .add(new Account("ada", Set.of(Role.AUDITOR, Role.AGENCY_MANAGER), null), PASSWORD, "tests");
    }

    @AfterAll
    static void stop() {
        toy.close();
    }

    private static Browser signedIn() {
        return Browser.of(toy.asker(), Browser.signIn(toy.asker(), "ada", PASSWORD));
    }

    @Test
    void givenSession_whenAsked_thenInAllRolesOfTheAccount() {
        Browser browser = signedIn();

        assertThat(browser.get("/api/me").body())
                .contains("\"ada\"", "\"agency-manager\",\"auditor\"", "\"ownPassword\":true", browser.csrfToken());
        assertThat(browser.get("/api/dead-letters").status()).isEqualTo(200);
        browser.get("/api/sign-out").isProblem(405);
        assertThat(browser.get("/actuator").status()).isEqualTo(403);
    }

    @Test
    void givenSession_whenSomethingIsChanged_thenOnlyByAPageOfOurs() {
        Browser browser = signedIn();

        for (String token : new String[] {"", "x", signedIn().csrfToken(), browser.cookie()}) {
            browser.post("/api/clients", token).isProblem(403, "csrf-token-missing");
        }
        for (AccessRule rule : AccessRules.published().all()) {
            if (!rule.method().equals("GET") && !rule.open()) {
                toy.asker()
                        .ask(
                                rule.method(),
                                rule.path().getPatternString().replaceAll("[{}]", ""),
                                "Cookie",
                                "vigie_session=" + browser.cookie())
                        .isProblem(403, "csrf-token-missing");
            }
        }
        assertThat(browser.post("/api/clients", browser.csrfToken()).status()).isEqualTo(200);
    }

    @Test
    void givenSession_whenItsTextIsSentAsAToken_then401() {
        Browser browser = signedIn();

        toy.asker()
                .ask("GET", "/api/clients", "Authorization", "Bearer " + browser.cookie())
                .isProblem(401);
    }

    @Test
    void givenToken_whenItIsSentAsACookie_then401() {
        String token = toy.bean(Tokens.class)
                .issue("ada", "x", Role.AUDITOR, AccessIT.CLOCK.instant().plus(Duration.ofDays(1)), "tests")
                .text();

        new Browser(toy.asker(), token, "").get("/api/clients").isProblem(401);
    }

    @Test
    void givenSession_whenSignedOut_thenItIsOver() throws InterruptedException {
        Browser browser = signedIn();
        browser.post("/api/sign-out", "").isProblem(403);

        Answer out = browser.post("/api/sign-out", browser.csrfToken());

        assertThat(out.status()).isEqualTo(204);
        assertThat(out.header("Set-Cookie")).contains("vigie_session=;", "Max-Age=0");
        Thread.sleep(1_100);
        browser.get("/api/clients").isProblem(401);
    }

    @Test
    void givenSessionThatIsOver_whenItsBrowserComesAgain_thenItForgetsItAndCanSignIn() {
        Browser stale = new Browser(toy.asker(), SecretText.SESSION.random(), "");

        Answer answer = stale.get("/api/me");

        answer.isProblem(401, "not-signed-in");
        assertThat(answer.header("Set-Cookie")).contains("vigie_session=;", "Max-Age=0");
        assertThat(stale.get("/actuator/health").status()).isEqualTo(200);
        String json = "{\"accountId\":\"ada\",\"password\":\"" + PASSWORD + "\"}";
        assertThat(toy.asker()
                        .send(
                                "POST",
                                "/api/sign-in",
                                json,
                                "Cookie",
                                "vigie_session=" + stale.cookie(),
                                "X-Forwarded-For",
                                "192.0.2.201")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void givenSession_whenItsBrowserSignsInAgain_thenTheFormerOneIsOver() throws InterruptedException {
        Browser former = signedIn();

        toy.asker()
                .send(
                        "POST",
                        "/api/sign-in",
                        "{\"accountId\":\"ada\",\"password\":\"" + PASSWORD + "\"}",
                        "Cookie",
                        "vigie_session=" + former.cookie(),
                        "X-Forwarded-For",
                        "192.0.2.202");
        Thread.sleep(1_100);

        former.get("/api/clients").isProblem(401);
    }

    @Test
    void givenTwoCookiesOfThatName_whenAsked_thenNeitherIsBelieved() {
        String cookie = signedIn().cookie();

        toy.asker()
                .ask("GET", "/api/clients", "Cookie", "vigie_session=" + cookie + "; vigie_session=" + cookie)
                .isProblem(401);
    }

    @Test
    void givenRestart_whenAskedAgain_thenSessionsAndWhatWasEndedAreAsBefore() throws InterruptedException {
        Browser stays = signedIn();
        Browser leaves = signedIn();
        leaves.post("/api/sign-out", leaves.csrfToken());
        Thread.sleep(1_100);

        try (RunningToy again = RunningToy.on(DATABASE)) {
            assertThat(stays.at(again.asker(), "/api/clients").status()).isEqualTo(200);
            leaves.at(again.asker(), "/api/clients").isProblem(401);
        }
    }

    @Test
    void givenTwelveHours_whenTheyAreOver_thenSignedOut() {
        Browser browser = signedIn();
        AccessIT.CLOCK.advance(Duration.ofHours(12).minusSeconds(1));
        assertThat(browser.get("/api/clients").status()).isEqualTo(200);

        AccessIT.CLOCK.advance(Duration.ofSeconds(1));

        browser.get("/api/clients").isProblem(401);
    }
}
