package io.vigie.access.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.access.AccessSettings;
import io.vigie.access.Role;
import io.vigie.access.TestDatabase;
import io.vigie.access.accounts.Account;
import io.vigie.access.accounts.Accounts;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** People in a browser. */
@ExtendWith(OutputCaptureExtension.class)
class SignInIT {

    private static final AccessSettings.Database DATABASE = TestDatabase.empty();
    private static final String PASSWORD = "correct horse battery";

    private static RunningToy toy;

    @BeforeAll
    static void start() {
        toy = RunningToy.on(DATABASE);
        Accounts accounts = toy.bean(Accounts.class);
        accounts.add(new Account("ada", Set.of(Role.AUDITOR, Role.AGENCY_MANAGER), null), PASSWORD, "tests");
        accounts.add(new Account("gone", Set.of(Role.AUDITOR), null), PASSWORD, "tests");
        accounts.disable("gone", "tests", true);
        accounts.add(new Account("nightly", Set.of(Role.AUDITOR), null), "tests");
    }

    @AfterAll
    static void stop() {
        toy.close();
    }

    @Test
    void givenPassword_whenSignedIn_thenACookieThatNoScriptReadsAndNoOtherSiteSends() {
        Answer plain = Browser.signIn(toy.asker(), "ada", PASSWORD);
        assertThat(plain.header("Set-Cookie"))
                .startsWith("vigie_session=vigie-session_")
                .contains("; HttpOnly", "; SameSite=Strict", "; Path=/", "; Max-Age=43200")
                .doesNotContain("Secure", "Domain");

        assertThat(Browser.signIn(
                                toy.asker(),
                                "ada",
                                PASSWORD,
                                "X-Forwarded-Proto",
                                "https",
                                "X-Forwarded-For",
                                "192.0.2.200")
                        .header("Set-Cookie"))
                .startsWith("__Host-vigie_session=")
                .contains("; Secure", "; Path=/");
    }

    @Test
    void givenNewPassword_whenItIsSet_thenOtherSessionsAreOverAndTheOldOneIsWrong() throws InterruptedException {
        toy.bean(Accounts.class).add(new Account("eve", Set.of(Role.AUDITOR), null), PASSWORD, "tests");
        Browser here = Browser.of(toy.asker(), Browser.signIn(toy.asker(), "eve", PASSWORD));
        Browser elsewhere = Browser.of(toy.asker(), Browser.signIn(toy.asker(), "eve", PASSWORD));
        String wrong = "{\"oldPassword\":\"wrong\",\"password\":\"another horse battery\"}";
        here.put("/api/me/password", wrong).isProblem(403, "wrong-password");
        here.put("/api/me/password", wrong.replace("wrong", PASSWORD).replace("another horse battery", "short"))
                .isProblem(422);

        Answer changed = here.put("/api/me/password", wrong.replace("wrong", PASSWORD));

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        Thread.sleep(1_100);
        elsewhere.get("/api/clients").isProblem(401);
        assertThat(Browser.of(toy.asker(), changed).get("/api/clients").status())
                .isEqualTo(200);
        Browser.signIn(toy.asker(), "eve", PASSWORD).isProblem(401, "sign-in-failed");
        assertThat(Browser.signIn(toy.asker(), "eve", "another horse battery").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "nobody", "gone", "nightly", "' or 1=1 --", "\u00e9"})
    void givenWrongPassword_whenSignedIn_thenTheSameAnswerWhoeverItIs(String account, CapturedOutput output) {
        Answer answer = Browser.signIn(toy.asker(), account, account.equals("ada") ? "wrong horse" : PASSWORD);

        answer.isProblem(401, "sign-in-failed");
        assertThat(answer.body()).doesNotContain(account.equals("ada") ? "wrong" : account, PASSWORD);
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(output.getAll()).doesNotContain("wrong horse", PASSWORD);
    }

    @Test
    void givenTenAttempts_whenTriedAgain_then429ForThatAccountFromThatAddress() {
        String[] from = Browser.from();
        int attempts = 0;
        Answer more = Browser.signIn(toy.asker(), "ada", "wrong", from);
        // On a slow machine ten take so long that another one becomes free meanwhile.
        for (; more.status() == 401 && attempts < 100; attempts++) {
            more = Browser.signIn(toy.asker(), "ada", "wrong", from);
        }

        assertThat(attempts).isGreaterThanOrEqualTo(9);
        more.isProblem(429, "too-many-attempts");
        Browser.signIn(toy.asker(), "ada", PASSWORD, from).isProblem(429);
        assertThat(Integer.parseInt(more.header("Retry-After"))).isBetween(1, 60);
        Browser.signIn(toy.asker(), "nobody", "wrong", from).isProblem(401);
        assertThat(Browser.signIn(toy.asker(), "ada", PASSWORD).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"accountId\":\"ada\"}", "{\"accountId\":\"ada\",\"password\":5}", "[]", ""})
    void givenUnusableBody_whenSignedIn_then4xx(String json) {
        Answer answer = toy.asker().send("POST", "/api/sign-in", json, Browser.from());

        assertThat(answer.status()).as(answer.text()).isIn(400, 415, 422);
    }
}
