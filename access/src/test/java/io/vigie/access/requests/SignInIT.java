package io.vigie.access.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.access.AccessSettings;
import io.vigie.access.Role;
import io.vigie.access.TestDatabase;
import io.vigie.access.accounts.Account;
import io.vigie.access.accounts.Accounts;
import io.vigie.access.tokens.Tokens;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

/** People in a browser. */
@ExtendWith(OutputCaptureExtension.class)
class SignInIT {

    private static final AccessSettings.Database DATABASE = TestDatabase.empty();
    private static final String PASSWORD = "correct horse battery";

    private static RunningToy toy;
    private static int addresses;

    @BeforeAll
    static void start() {
        toy = RunningToy.on(DATABASE);
        Accounts accounts = toy.bean(Accounts.class);
        accounts.add(new Account("ada", Set.of(Role.AUDITOR, Role.AGENCY_MANAGER), null), PASSWORD);
        accounts.add(new Account("gone", Set.of(Role.AUDITOR), null), PASSWORD);
        accounts.disable("gone");
        accounts.add(new Account("nightly", Set.of(Role.AUDITOR), null));
    }

    @AfterAll
    static void stop() {
        toy.close();
    }

    /** What a browser has after signing in. */
    private record Browser(String cookie, String csrfToken) {

        Answer get(Asker asker, String path) {
            return asker.ask("GET", path, "Cookie", "theme=dark; vigie_session=" + cookie);
        }

        Answer post(String path, String token) {
            return toy.asker().send("POST", path, "{}", "Cookie", "vigie_session=" + cookie, "X-CSRF-Token", token);
        }
    }

    private static Answer signIn(String account, String password, String... headers) {
        return toy.asker()
                .send(
                        "POST",
                        "/api/sign-in",
                        "{\"accountId\":\"" + account + "\",\"password\":\"" + password + "\"}",
                        headers);
    }

    /** Each from an address of its own, as their attempts are counted. */
    private static String[] from() {
        return new String[] {"X-Forwarded-For", "192.0.2." + ++addresses};
    }

    private static Browser signedIn() {
        Answer answer = signIn("ada", PASSWORD, from());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        String cookie = answer.header("Set-Cookie").replaceFirst("vigie_session=([^;]*).*", "$1");
        return new Browser(
                cookie,
                JsonMapper.shared().readTree(answer.body()).path("csrfToken").asString());
    }

    @Test
    void givenPassword_whenSignedIn_thenACookieThatNoScriptReadsAndNoOtherSiteSends() {
        Answer plain = signIn("ada", PASSWORD, from());
        assertThat(plain.header("Set-Cookie"))
                .startsWith("vigie_session=vigie-session_")
                .contains("; HttpOnly", "; SameSite=Strict", "; Path=/", "; Max-Age=43200")
                .doesNotContain("Secure", "Domain");

        assertThat(signIn("ada", PASSWORD, "X-Forwarded-Proto", "https", "X-Forwarded-For", "192.0.2.200")
                        .header("Set-Cookie"))
                .contains("; Secure");
    }

    @Test
    void givenSession_whenAsked_thenInAllRolesOfTheAccount() {
        Browser browser = signedIn();

        assertThat(browser.get(toy.asker(), "/api/me").body())
                .contains("\"ada\"", "\"agency-manager\",\"auditor\"", browser.csrfToken());
        assertThat(browser.get(toy.asker(), "/api/dead-letters").status()).isEqualTo(200);
        browser.get(toy.asker(), "/api/accounts/x/tokens").isProblem(405);
        assertThat(browser.get(toy.asker(), "/actuator").status()).isEqualTo(403);
    }

    @Test
    void givenSession_whenSomethingIsChanged_thenOnlyByAPageOfOurs() {
        Browser browser = signedIn();

        for (String token : new String[] {"", "x", signedIn().csrfToken(), browser.cookie()}) {
            browser.post("/api/clients", token).isProblem(403, "csrf-token-missing");
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
                .issue("ada", "x", Role.AUDITOR, AccessIT.CLOCK.instant().plus(Duration.ofDays(1)))
                .text();

        new Browser(token, "").get(toy.asker(), "/api/clients").isProblem(401);
    }

    @Test
    void givenSession_whenSignedOut_thenItIsOver() throws InterruptedException {
        Browser browser = signedIn();
        browser.post("/api/sign-out", "").isProblem(403);

        Answer out = browser.post("/api/sign-out", browser.csrfToken());

        assertThat(out.status()).isEqualTo(204);
        assertThat(out.header("Set-Cookie")).contains("vigie_session=;", "Max-Age=0");
        Thread.sleep(1_100);
        browser.get(toy.asker(), "/api/clients").isProblem(401);
    }

    @Test
    void givenRestart_whenAskedAgain_thenSessionsAndWhatWasEndedAreAsBefore() throws InterruptedException {
        Browser stays = signedIn();
        Browser leaves = signedIn();
        leaves.post("/api/sign-out", leaves.csrfToken());
        Thread.sleep(1_100);

        try (RunningToy again = RunningToy.on(DATABASE)) {
            assertThat(stays.get(again.asker(), "/api/clients").status()).isEqualTo(200);
            leaves.get(again.asker(), "/api/clients").isProblem(401);
        }
    }

    @Test
    void givenTwelveHours_whenTheyAreOver_thenSignedOut() {
        Browser browser = signedIn();
        AccessIT.CLOCK.advance(Duration.ofHours(12).minusSeconds(1));
        assertThat(browser.get(toy.asker(), "/api/clients").status()).isEqualTo(200);

        AccessIT.CLOCK.advance(Duration.ofSeconds(1));

        browser.get(toy.asker(), "/api/clients").isProblem(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "nobody", "gone", "nightly", "' or 1=1 --", "\u00e9"})
    void givenWrongPassword_whenSignedIn_thenTheSameAnswerWhoeverItIs(String account, CapturedOutput output) {
        Answer answer = signIn(account, account.equals("ada") ? "wrong horse" : PASSWORD, from());

        answer.isProblem(401, "sign-in-failed");
        assertThat(answer.body()).doesNotContain(account.equals("ada") ? "wrong" : account, PASSWORD);
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(output.getAll()).doesNotContain("wrong horse", PASSWORD);
    }

    @Test
    void givenTenAttempts_whenTriedAgain_then429ForThatAccountFromThatAddress() {
        String[] from = from();
        for (int attempt = 0; attempt < 10; attempt++) {
            signIn("ada", "wrong", from).isProblem(401);
        }

        Answer more = signIn("ada", PASSWORD, from);

        more.isProblem(429, "too-many-attempts");
        assertThat(Integer.parseInt(more.header("Retry-After"))).isBetween(1, 60);
        signIn("nobody", "wrong", from).isProblem(401);
        assertThat(signIn("ada", PASSWORD, from()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"accountId\":\"ada\"}", "{\"accountId\":\"ada\",\"password\":5}", "[]", ""})
    void givenUnusableBody_whenSignedIn_then4xx(String json) {
        Answer answer = toy.asker().send("POST", "/api/sign-in", json, from());

        assertThat(answer.status()).as(answer.text()).isIn(400, 415, 422);
    }
}
