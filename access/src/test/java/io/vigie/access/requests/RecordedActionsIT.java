package io.vigie.access.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is done about who gets in leaves a line. */
class RecordedActionsIT extends FirstStarted {

    private static final String PASSWORD = "correct horse battery";

    private static JsonNode actions(String query) {
        Answer answer = asker.ask("GET", "/api/actions" + query, as(first("auditor")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return json(answer);
    }

    /** Deed, who and on whom, of those that name an account. */
    private static List<String> about(String account) {
        return actions("?limit=500")
                .path("items")
                .valueStream()
                .map(action -> action.path("deed").asString() + " by "
                        + action.path("doneBy").asString("nobody") + " on "
                        + action.path("subject").asString("nobody"))
                .filter(line -> line.contains(account))
                .toList();
    }

    @Test
    void givenFirstStart_whenListed_thenItsAccountAndTokensAreThere() {
        assertThat(about("by first start"))
                .hasSize(7)
                .endsWith("account-added by first start on admin")
                .contains("token-issued by first start on admin");
    }

    @Test
    void givenPerson_whenAddedAndSignedInAndShutOut_thenEachLeavesALine() {
        add("{\"accountId\":\"eve\",\"roles\":[\"auditor\"],\"password\":\"" + PASSWORD + "\"}");
        add("{\"accountId\":\"eve\",\"roles\":[\"auditor\"]}").isProblem(409);
        Browser eve = Browser.of(asker, Browser.signIn(asker, "eve", PASSWORD));
        Browser.signIn(asker, "eve", "wrong horse battery").isProblem(401);
        Answer made = asker.send("POST", "/api/tokens", token("auditor"), eve.headers());
        String tokenId = json(made).path("about").path("tokenId").asString();
        asker.ask("DELETE", "/api/tokens/" + tokenId, eve.headers());
        asker.ask("DELETE", "/api/tokens/" + tokenId, eve.headers()).isProblem(404);
        eve.put("/api/me/password", "{\"oldPassword\":\"wrong\",\"password\":\"another horse battery\"}")
                .isProblem(403);
        eve.put("/api/me/password", "{\"oldPassword\":\"" + PASSWORD + "\",\"password\":\"another horse battery\"}");
        asker.ask("DELETE", "/api/accounts/eve", admin);
        asker.ask("DELETE", "/api/accounts/eve", admin).isProblem(404);

        assertThat(about("eve"))
                .containsExactly(
                        "account-disabled by admin on eve",
                        "password-changed by eve on eve",
                        "token-revoked by eve on eve",
                        "token-issued by eve on eve",
                        "sign-in-failed by nobody on eve",
                        "signed-in by eve on eve",
                        "account-added by admin on eve");
        assertThat(actions("")
                        .path("items")
                        .valueStream()
                        .filter(action -> action.path("deed").asString().startsWith("token-"))
                        .map(action -> action.path("detail").asString())
                        .limit(2))
                .containsExactly(tokenId, tokenId);
    }

    @Test
    void givenProgram_whenTheAdministratorMakesItAToken_thenTheLineSaysWhoDid() {
        add("{\"accountId\":\"nightly\",\"roles\":[\"operator\"]}");
        asker.send("POST", "/api/accounts/nightly/tokens", token("operator"), admin);

        assertThat(about("nightly"))
                .containsExactly("token-issued by admin on nightly", "account-added by admin on nightly");
    }

    @Test
    void givenAccountThatDoesNotExist_whenSignedIn_thenNothingThatWasTypedIsKept() {
        Browser.signIn(asker, "my-secret-in-the-wrong-field", PASSWORD).isProblem(401);

        String all = actions("?limit=500").toString();
        assertThat(all).doesNotContain("my-secret", PASSWORD, "vigie_");
        assertThat(about("sign-in-failed by nobody on nobody")).isNotEmpty();
    }

    @Test
    void givenPages_whenReadToTheEnd_thenEachLineOnceNewestFirst() {
        List<Long> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = actions("?limit=3" + cursor);
            page.path("items")
                    .forEach(action -> found.add(action.path("actionId").asLong()));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());

        assertThat(found)
                .hasSizeGreaterThanOrEqualTo(8)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=501", "?cursor=x", "?shoes=1"})
    void givenBadQuery_whenListed_then400(String query) {
        asker.ask("GET", "/api/actions" + query, as(first("auditor"))).isProblem(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"account-manager", "agency-manager", "data-scientist", "operator"})
    void givenOthers_whenTheyAsk_then403(String role) {
        asker.ask("GET", "/api/actions", as(first(role))).isProblem(403, "forbidden");
    }
}
