package io.vigie.access.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Tokens over HTTP. */
@ExtendWith(OutputCaptureExtension.class)
class ManageTokensIT extends FirstStarted {

    @Test
    void givenFirstStart_whenTheTokensOfItsFileAreShown_thenTheyAreTheAdministratorsInEachRole() {
        JsonNode me = json(asker.ask("GET", "/api/me", as(first("operator"))));

        assertThat(me.path("accountId").asString()).isEqualTo("admin");
        assertThat(me.path("roles").toString()).isEqualTo("[\"operator\"]");
        assertThat(me.path("accountManagerId").isNull()).isTrue();
    }

    @Test
    void givenSomebody_whenTheyMakeATokenAndRevokeIt_thenItWorksInItsRoleUntilThen(CapturedOutput output)
            throws InterruptedException {
        Answer made =
                make("{\"name\":\"reports\",\"role\":\"auditor\",\"endsAt\":\"" + in(Duration.ofDays(30)) + "\"}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String text = json(made).path("token").asString();
        String id = json(made).path("about").path("tokenId").asString();
        assertThat(json(made).path("about").path("role").asString()).isEqualTo("auditor");
        assertThat(asker.ask("GET", "/api/clients", as(text)).status()).isEqualTo(200);
        assertThat(asker.ask("POST", "/api/clients", as(text)).status()).isEqualTo(403);

        Answer list = asker.ask("GET", "/api/tokens", admin);
        assertThat(list.body()).contains(id, "reports").doesNotContain(text);

        assertThat(asker.ask("DELETE", "/api/tokens/" + id, admin).status()).isEqualTo(204);
        Thread.sleep(1_100);
        asker.ask("GET", "/api/clients", as(text)).isProblem(401, "bad-token");
        asker.ask("DELETE", "/api/tokens/" + id, admin).isProblem(404, "token-not-found");
        assertThat(output.getAll()).doesNotContain(text);
    }

    @Test
    void givenTokenOfAProgram_whenTheAdministratorListsAndRevokesIt_thenItEnds() throws InterruptedException {
        assertThat(add("{\"accountId\":\"nightly\",\"roles\":[\"auditor\"]}").status())
                .isEqualTo(201);
        Answer made = asker.send("POST", "/api/accounts/nightly/tokens", token("auditor"), admin);
        String text = json(made).path("token").asString();
        String id = json(made).path("about").path("tokenId").asString();
        assertThat(asker.ask("GET", "/api/clients", as(text)).status()).isEqualTo(200);

        assertThat(asker.ask("GET", "/api/accounts/nightly/tokens", admin).body())
                .contains(id)
                .doesNotContain(text);
        asker.ask("DELETE", "/api/accounts/admin/tokens/" + id, admin).isProblem(404, "token-not-found");
        asker.ask("DELETE", "/api/accounts/nightly/tokens/" + id, as(first("administrator")))
                .isProblem(403, "session-needed");
        assertThat(asker.ask("DELETE", "/api/accounts/nightly/tokens/" + id, admin)
                        .status())
                .isEqualTo(204);
        Thread.sleep(1_100);
        asker.ask("GET", "/api/clients", as(text)).isProblem(401, "bad-token");
    }

    @Test
    void givenToken_whenItMakesListsOrRevokesTokensOrLetsSomebodyIn_thenRefused() {
        for (String role : List.of("auditor", "administrator")) {
            String[] token = as(first(role));
            asker.send("POST", "/api/tokens", token("auditor"), token).isProblem(403, "session-needed");
            asker.ask("GET", "/api/tokens", token).isProblem(403, "session-needed");
            asker.ask("DELETE", "/api/tokens/x", token).isProblem(403, "session-needed");
            asker.send("PUT", "/api/me/password", "{\"oldPassword\":\"x\",\"password\":\"twelve-letters\"}", token)
                    .isProblem(403, "session-needed");
            asker.send("PUT", "/api/me/password", "{}", token).isProblem(403, "session-needed");
            String[] both = {token[0], token[1], admin[0], admin[1], admin[2], admin[3]};
            asker.ask("GET", "/api/tokens", both).isProblem(403, "session-needed");
        }
        String[] administrator = as(first("administrator"));
        asker.send("POST", "/api/accounts", "{\"accountId\":\"x\",\"roles\":[\"auditor\"]}", administrator)
                .isProblem(403, "session-needed");
        asker.send("POST", "/api/accounts/admin/tokens", token("auditor"), administrator)
                .isProblem(403, "session-needed");
        asker.ask("DELETE", "/api/accounts/x", administrator).isProblem(403, "session-needed");
    }

    @Test
    void givenAccountWithSeveralRoles_whenATokenWithoutOneIsMade_thenRefused() {
        Answer answer = make("{\"name\":\"x\",\"endsAt\":\"" + in(Duration.ofDays(1)) + "\"}");

        answer.isProblem(422);
        assertThat(answer.body()).contains("\"field\":\"role\"");
    }

    @Test
    void givenAccountWithAHundredTokens_whenOneMoreIsMade_thenRefused() {
        assertThat(add("{\"accountId\":\"many\",\"roles\":[\"auditor\"]}").status())
                .isEqualTo(201);
        for (int number = 0; number < 100; number++) {
            assertThat(asker.send("POST", "/api/accounts/many/tokens", token("auditor"), admin)
                            .status())
                    .isEqualTo(201);
        }

        asker.send("POST", "/api/accounts/many/tokens", token("auditor"), admin).isProblem(409, "too-many-tokens");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"x\"}",
                "{\"name\":\" \",\"endsAt\":\"2026-12-01T00:00:00Z\"}",
                "{\"name\":\"x\",\"endsAt\":\"2026-11-01T00:00:00Z\"}",
                "{\"name\":\"x\",\"endsAt\":\"2036-11-01T00:00:00Z\"}",
                "{\"name\":\"x\",\"endsAt\":\"tomorrow\"}",
                "{\"name\":\"x\",\"endsAt\":\"2026-12-01T00:00:00Z\",\"role\":\"boss\"}",
                "{\"name\":\"x\",\"endsAt\":\"2026-12-01T00:00:00Z\",\"accountId\":\"bob\"}",
                "[]",
                "{"
            })
    void givenUnusableToken_whenMade_then4xx(String json) {
        Answer answer = make(json);

        assertThat(answer.status()).as(answer.text()).isIn(400, 422);
        answer.isProblem(answer.status());
    }

    @Test
    void givenPerson_whenTheAdministratorMakesATokenForThem_thenRefused() {
        assertThat(add("{\"accountId\":\"bob\",\"roles\":[\"auditor\"],\"password\":\"correct horse battery\"}")
                        .status())
                .isEqualTo(201);

        asker.send("POST", "/api/accounts/bob/tokens", token("auditor"), admin).isProblem(409, "person");

        assertThat(asker.send("POST", "/api/tokens", token("auditor"), signIn("bob", "correct horse battery"))
                        .status())
                .isEqualTo(201);
    }
}
