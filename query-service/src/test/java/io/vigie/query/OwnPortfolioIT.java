package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.client.ClientEvent.AccountManagerAssigned;
import io.vigie.contracts.client.ClientEvent.AccountManagerUnassigned;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerRegistered;
import io.vigie.contracts.manager.AccountManagerEvent.Personal;
import io.vigie.query.testing.Http;
import io.vigie.query.testing.Http.Answer;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import io.vigie.query.testing.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** To an account manager there is its own portfolio, and nothing else. */
@SuppressWarnings("NullAway.Init")
class OwnPortfolioIT extends RunningService {

    private final String word = "Portfolio" + Lives.id().substring(2);
    private final String ada = "ada-" + Lives.id();
    private final String bob = "bob-" + Lives.id();
    private final String own = Lives.id();
    private final String gained = Lives.id();
    private final String foreign = Lives.id();
    private final String lost = Lives.id();
    private final String freed = Lives.id();
    private final String unassigned = Lives.id();
    private final String elsewhere = Lives.id();
    private Http asAda;
    private Http asBob;
    private Http asNobody;

    @BeforeAll
    void portfolios() {
        connect();
        asAda = http.as(Tokens.ofAccountManager(ada));
        asBob = http.as(Tokens.ofAccountManager(bob));
        asNobody = http.as(Tokens.ofAccountManager(null));
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        records.add(Publisher.event(new AccountManagerRegistered(ada, new Personal("Ada"), 9), 1, Lives.NOON));
        records.add(Publisher.event(new AccountManagerRegistered(bob, new Personal("Bob"), 9), 1, Lives.NOON));
        register(records, own, ada);
        register(records, gained, bob);
        register(records, foreign, bob);
        register(records, lost, ada);
        register(records, freed, ada);
        register(records, unassigned, null);
        records.add(Publisher.event(Lives.managedElsewhere(elsewhere, word), 1, Lives.NOON));
        records.add(Publisher.event(new AccountManagerAssigned(gained, ada, bob, null), 2, Lives.NOON));
        records.add(Publisher.event(new AccountManagerAssigned(lost, bob, ada, null), 2, Lives.NOON));
        records.add(Publisher.event(new AccountManagerUnassigned(freed, ada, null), 2, Lives.NOON));
        publisher.relay(ConsistencyTokenIT.TRANSACTION.incrementAndGet(), records);
        http.until("/api/summary?consistencyToken=1", json -> true);
        http.until(
                "/api/clients?minScore=0&limit=500&q=" + word,
                json -> json.get("items").size() == 6);
        for (String id : List.of(gained, lost, freed)) {
            http.until("/api/clients/" + id, json -> json.get("version").asInt() == 2);
        }
        http.until("/api/account-managers/" + bob, json -> true);
    }

    private void register(List<ProducerRecord<byte[], byte[]>> records, String id, @Nullable String manager) {
        records.add(Publisher.event(Lives.registered(id, "Zoë", word, "TX", manager), 1, Lives.NOON));
        records.add(Publisher.score(Lives.score(id, 1, 1, 0.9, null)));
    }

    private List<String> others() {
        return List.of(foreign, lost, freed, unassigned, elsewhere);
    }

    private static List<String> ids(Http reader, String query) {
        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = reader.get("/api/clients?" + query + cursor).json();
            page.get("items").forEach(item -> found.add(item.get("clientId").asString()));
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());
        return found;
    }

    /** All but the address, the time and the request's own id. */
    private static String told(Answer answer) {
        ObjectNode body = (ObjectNode) answer.json();
        body.remove("instance");
        Map<String, List<String>> headers =
                new TreeMap<>(answer.response().headers().map());
        headers.keySet().removeIf(name -> List.of("date", "x-correlation-id", "x-projection-lag-ms", "content-length")
                .contains(name));
        return answer.status() + " " + body + headers;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "limit=1",
                "limit=1&sort=onboardedOn",
                "minScore=0",
                "band=high&state=TX&status=active",
                "unassigned=false",
                "limit=1&q="
            })
    void givenClientsOfOthers_whenListed_thenOnlyTheOwnAreThere(String query) {
        String asked = query.endsWith("q=") ? query + word : query;

        assertThat(ids(asAda, asked)).containsExactlyInAnyOrder(own, gained);
        assertThat(ids(asBob, asked)).containsExactlyInAnyOrder(foreign, lost);
        assertThat(ids(asNobody, asked)).isEmpty();
    }

    @Test
    void givenClientsOfOthers_whenAskedForByTheirManager_thenNoneIsThere() {
        assertThat(ids(asAda, "accountManagerId=" + bob)).isEmpty();
        assertThat(ids(asAda, "accountManagerId=" + ada)).hasSize(2);
        assertThat(ids(asAda, "unassigned=true")).isEmpty();
        assertThat(ids(http, "accountManagerId=" + bob)).hasSize(2);
    }

    @Test
    void givenTheCursorOfSomebodyElse_whenListed_thenStillOnlyTheOwn() {
        for (Http other : List.of(asBob, http)) {
            String cursor = other.get("/api/clients?limit=1&q=" + word)
                    .json()
                    .get("next")
                    .asString();

            assertThat(ids(asAda, "limit=500&q=" + word + "&cursor=" + cursor)).isSubsetOf(own, gained);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/clients/%s",
                "/api/clients/%s/events",
                "/api/clients/%s/scores",
                "/api/clients/%s?consistencyToken=1",
                "/api/clients/%s/events?limit=x",
                "/api/clients/%s/scores?cursor=x"
            })
    void givenTheClientOfSomebodyElse_whenRead_thenItIsAsIfThereWereNone(String path) {
        String none = told(asAda.get(path.formatted("no-such-client")));

        for (String id : others()) {
            assertThat(told(asAda.get(path.formatted(id)))).isEqualTo(none);
            assertThat(asAda.send("HEAD", path.formatted(id)).status())
                    .isEqualTo(
                            asAda.send("HEAD", path.formatted("no-such-client")).status());
            assertThat(told(asNobody.get(path.formatted(id)))).isEqualTo(none);
        }
        assertThat(none).startsWith(path.endsWith("=x") ? "400" : "404");
        for (String id : path.endsWith("=x") ? List.<String>of() : List.of(own, gained)) {
            Answer answer = asAda.get(path.formatted(id));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(asAda.send("HEAD", path.formatted(id)).header("ETag")).isEqualTo(answer.header("ETag"));
        }
    }

    @Test
    void givenAReassignedClient_whenItsHistoryIsRead_thenTheNewManagerHasAllOfItAndTheOldOneNothing() {
        for (String what : List.of("/events", "/scores")) {
            assertThat(asAda.get("/api/clients/" + lost + what).status()).isEqualTo(404);
            assertThat(asBob.get("/api/clients/" + lost + what).json().get("items"))
                    .hasSize(what.equals("/events") ? 2 : 1);
        }
    }

    @Test
    void givenClientsOfOthers_whenSummedUp_thenNumbersAreOfTheOwn() {
        JsonNode summary = asAda.get("/api/summary").json();
        assertThat(summary.get("clients").asInt()).isEqualTo(2);
        assertThat(summary.get("atRisk").asInt()).isEqualTo(2);
        assertThat(summary.get("unassignedAtRisk").asInt()).isZero();
        assertThat(summary.get("valueAtRisk").decimalValue()).isEqualByComparingTo("22133.60");
        JsonNode states = asAda.get("/api/risk/by-state").json().get("items");
        assertThat(states).hasSize(1);
        assertThat(states.get(0).get("clients").asInt()).isEqualTo(2);
        assertThat(asNobody.get("/api/summary").json().get("clients").asInt()).isZero();
        assertThat(asNobody.get("/api/risk/by-state").json().get("items")).isEmpty();
        assertThat(http.get("/api/summary").json().get("clients").asInt()).isGreaterThanOrEqualTo(7);
    }

    @Test
    void givenOtherManagers_whenRead_thenOnlyItselfIsThere() {
        JsonNode items = asAda.get("/api/account-managers").json().get("items");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).get("name").asString()).isEqualTo("Ada");
        JsonNode itself = asAda.get("/api/account-managers/" + ada).json();
        assertThat(itself.get("load").asInt()).isEqualTo(2);
        assertThat(itself).isEqualTo(http.get("/api/account-managers/" + ada).json());
        String none = told(asAda.get("/api/account-managers/no-such-manager"));
        assertThat(told(asAda.get("/api/account-managers/" + bob)))
                .isEqualTo(none)
                .startsWith("404");
        assertThat(told(asNobody.get("/api/account-managers/" + bob))).isEqualTo(none);
        assertThat(asNobody.get("/api/account-managers").json().get("items")).isEmpty();
    }

    @Test
    void givenTheClientOfSomebodyElseThatIsHeldOrHasNoScore_whenAwaited_thenNoWaitTellsThatItIsThere() {
        String carol = "carol-" + Lives.id();
        Http asCarol = http.as(Tokens.ofAccountManager(carol));
        String held = Lives.id();
        String unscored = Lives.id();
        long token = ConsistencyTokenIT.TRANSACTION.incrementAndGet();
        publisher.relay(
                token,
                List.of(
                        Publisher.event(Lives.registered(held, "Zoë", "Held", "TX", carol), 1, Lives.NOON),
                        Publisher.event(new ClientSitesChanged(held, 3), 3, Lives.NOON),
                        Publisher.event(Lives.registered(unscored, "Zoë", "Unscored", "TX", carol), 1, Lives.NOON)));
        String awaited = "/api/clients/%s?consistencyToken=" + token;
        http.until(awaited.formatted(unscored), json -> true);
        String none = told(asAda.get(awaited.formatted("no-such-client")));
        String noScore = told(asAda.get(awaited.formatted("no-such-client") + "&await=score"));

        assertThat(asCarol.get(awaited.formatted(held)).status()).isEqualTo(503);
        assertThat(asCarol.get(awaited.formatted(unscored) + "&await=score").status())
                .isEqualTo(503);
        assertThat(told(asAda.get(awaited.formatted(held)))).isEqualTo(none).startsWith("404");
        assertThat(told(asAda.get(awaited.formatted(held) + "&await=score"))).isEqualTo(noScore);
        assertThat(told(asAda.get(awaited.formatted(unscored) + "&await=score")))
                .isEqualTo(noScore)
                .startsWith("404");
    }
}
