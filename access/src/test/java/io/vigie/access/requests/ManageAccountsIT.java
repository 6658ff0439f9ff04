package io.vigie.access.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Accounts over HTTP. */
@ExtendWith(OutputCaptureExtension.class)
class ManageAccountsIT extends FirstStarted {

    @Test
    void givenNewProgram_whenTheAdministratorAddsItAndGivesItAToken_thenItWorksUntilItIsShutOut()
            throws InterruptedException {
        assertThat(add("{\"accountId\":\"nightly\",\"roles\":[\"account-manager\"],\"accountManagerId\":\"m-7\"}")
                        .status())
                .isEqualTo(201);
        add("{\"accountId\":\"nightly\",\"roles\":[\"operator\"]}").isProblem(409, "account-already-there");
        Answer made = asker.send(
                "POST",
                "/api/accounts/nightly/tokens",
                "{\"name\":\"job\",\"endsAt\":\"" + in(Duration.ofDays(1)) + "\"}",
                admin);
        String text = json(made).path("token").asString();
        JsonNode me = json(asker.ask("GET", "/api/me", as(text)));
        assertThat(me.path("accountId").asString()).isEqualTo("nightly");
        assertThat(me.path("accountManagerId").asString()).isEqualTo("m-7");
        String anothers = json(made).path("about").path("tokenId").asString();
        asker.ask("DELETE", "/api/tokens/" + anothers, admin).isProblem(404, "token-not-found");

        assertThat(asker.ask("DELETE", "/api/accounts/nightly", admin).status()).isEqualTo(204);
        Thread.sleep(1_100);

        asker.ask("GET", "/api/me", as(text)).isProblem(401, "bad-token");
        asker.ask("DELETE", "/api/accounts/nightly", admin).isProblem(404, "account-not-found");
        add("{\"accountId\":\"nightly\",\"roles\":[\"operator\"]}").isProblem(409, "account-already-there");
        assertThat(asker.ask("GET", "/api/accounts", admin).body()).contains("nightly", "disabledAt");
    }

    @Test
    void givenPersonWithASession_whenTheyAreShutOut_thenTheSessionIsOver() throws InterruptedException {
        add("{\"accountId\":\"cem\",\"roles\":[\"administrator\"],\"password\":\"correct horse battery\"}");
        String[] cem = signIn("cem", "correct horse battery");
        assertThat(asker.ask("GET", "/api/accounts", cem).status()).isEqualTo(200);

        assertThat(asker.ask("DELETE", "/api/accounts/cem", admin).status()).isEqualTo(204);
        Thread.sleep(1_100);

        asker.ask("GET", "/api/accounts", cem).isProblem(401);
    }

    @Test
    void givenPerson_whenAddedWithAPassword_thenItIsToldNowhere(CapturedOutput output) {
        String json = "{\"accountId\":\"ada\",\"roles\":[\"auditor\"],\"password\":\"correct horse battery\"}";
        assertThat(add(json).status()).isEqualTo(201);

        Answer list = asker.ask("GET", "/api/accounts", admin);

        assertThat(list.body()).contains("ada").doesNotContain("password", "correct horse", "$2a$");
        assertThat(output.getAll()).doesNotContain("correct horse");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"accountId\":\"x\"}",
                "{\"accountId\":\"x\",\"roles\":[]}",
                "{\"accountId\":\"x\",\"roles\":[\"boss\"]}",
                "{\"accountId\":\"x\",\"roles\":[null]}",
                "{\"accountId\":\"a b\",\"roles\":[\"auditor\"]}",
                "{\"accountId\":\"x\",\"roles\":[\"auditor\"],\"password\":\"short\"}",
                "{\"accountId\":\"x\",\"roles\":[\"auditor\"],\"accountManagerId\":\"a b\"}",
                "{\"accountId\":\"x\",\"roles\":\"auditor\"}"
            })
    void givenUnusableAccount_whenAdded_then4xxAndNobodyIs(String json) {
        Answer answer = add(json);

        assertThat(answer.status()).as(answer.text()).isIn(400, 422);
        answer.isProblem(answer.status());
        assertThat(answer.body()).doesNotContain("short", "boss");
        assertThat(asker.ask("GET", "/api/accounts", admin).body()).doesNotContain("\"x\"");
    }

    @Test
    void givenAdministrator_whenTheyShutThemselvesOut_thenRefused() {
        asker.ask("DELETE", "/api/accounts/admin", admin).isProblem(409, "own-account");
    }
}
