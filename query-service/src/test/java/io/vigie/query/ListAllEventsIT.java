package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.Headers;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import io.vigie.query.testing.Http;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import io.vigie.query.testing.Servers;
import io.vigie.query.testing.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@SuppressWarnings("NullAway.Init")
class ListAllEventsIT extends RunningService {

    private final String ada = Lives.id();
    private final String actor = "mrs-" + Lives.id();
    private final String first = Lives.id();
    private final String second = Lives.id();
    private final String foreign = Lives.id();
    private Http asAda;

    @Autowired
    private DataSource views;

    @BeforeAll
    void events() {
        connect();
        asAda = http.as(Tokens.ofAccountManager(ada));
        publisher.send(
                Publisher.event(Lives.registered(first, "Zoë", "Told", "TX", ada), 1, Lives.NOON),
                Publisher.event(Lives.registered(second, "Zoë", "Told", "TX", ada), 1, Lives.NOON),
                Publisher.event(Lives.registered(foreign, "Zoë", "Told", "TX", null), 1, Lives.NOON.plusSeconds(9)),
                Publisher.with(
                        Publisher.event(new ClientSitesChanged(first, 4), 2, Lives.NOON.plusSeconds(1)),
                        Headers.ACTOR,
                        actor),
                Publisher.event(Lives.purchase(first, "20"), 3, Lives.NOON.plusSeconds(3)),
                Publisher.event(Lives.purchase(second, "20"), 2, Lives.NOON.plusSeconds(2)));
        asAda.until("/api/events", json -> json.get("items").size() == 5);
        http.until("/api/clients/" + foreign, json -> true);
    }

    private static List<String> told(Http reader, String query) {
        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = reader.get("/api/events?" + query + cursor).json();
            page.get("items")
                    .forEach(item -> found.add(item.get("clientId").asString() + " "
                            + item.get("version").asLong()));
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());
        return found;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 5, 500})
    void givenEventsOfOneMoment_whenPaged_thenEachOnceNewestFirst(int limit) {
        List<String> ties = new ArrayList<>(List.of(first + " 1", second + " 1"));
        ties.sort(java.util.Comparator.reverseOrder());
        assertThat(told(asAda, "limit=" + limit))
                .containsExactly(first + " 3", second + " 2", first + " 2", ties.get(0), ties.get(1));
    }

    @Test
    void givenEverybodys_whenListed_thenAllAreThereAsTheClientsOwnListShowsThem() {
        assertThat(told(http, "limit=500")).contains(first + " 3", second + " 1", foreign + " 1");
        JsonNode own = http.get("/api/clients/" + first + "/events").json().get("items");
        JsonNode listed = http.get("/api/events?clientId=" + first).json().get("items");
        assertThat(listed).hasSize(3);
        for (int i = 0; i < 3; i++) {
            JsonNode event = listed.get(2 - i);
            assertThat(event.get("clientId").asString()).isEqualTo(first);
            ((tools.jackson.databind.node.ObjectNode) event).remove("clientId");
            assertThat(event).isEqualTo(own.get(i));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "type=purchase-recorded,2",
        "type=client-returned,0",
        "type=client-registered,2",
        "actor=nobody,0",
        "actor=local,4"
    })
    void givenAFilter_whenListed_thenThose(String filter, int count) {
        assertThat(told(asAda, filter)).hasSize(count);
        assertThat(told(asAda, filter + "&limit=1")).hasSize(count);
    }

    @Test
    void givenFilters_whenListed_thenAllMustHold() {
        assertThat(told(http, "actor=" + actor)).containsExactly(first + " 2");
        assertThat(told(http, "actor=" + actor + "&type=client-registered")).isEmpty();
        assertThat(told(http, "type=purchase-recorded&clientId=" + second)).containsExactly(second + " 2");
        assertThat(told(asAda, "clientId=" + foreign)).isEmpty();
        assertThat(told(http, "clientId=" + foreign)).hasSize(1);
        assertThat(told(http.as(Tokens.ofAccountManager(null)), "")).isEmpty();
    }

    @Test
    void givenAScientist_whenListed_thenNobodyIsNamedAndActorsCantBeLookedFor() {
        Http scientist = http.as(Tokens.of("data-scientist"));
        Http.Answer answer = scientist.get("/api/events?clientId=" + first);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("items")).hasSize(3);
        assertThat(answer.response().body()).doesNotContain("Zoë", "Told", actor, "\"actor\"");
        assertThat(answer.json().at("/items/0/payload/totalPurchase").decimalValue())
                .isEqualByComparingTo("20");
        for (String query : List.of("actor=" + actor, "actor=nobody", "actor=", "actor=x&limit=x")) {
            Http.Answer refused = scientist.get("/api/events?" + query);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.json().get("type").asString()).isEqualTo("/problems/search-by-actor");
        }
    }

    @Test
    void givenASearchThatTakesTooLong_whenListed_thenItIsEndedAndToldToBeNarrowed() {
        JdbcTemplate jdbc = Servers.asSuperuser(views);
        TransactionTemplate held =
                new TransactionTemplate(new JdbcTransactionManager(Objects.requireNonNull(jdbc.getDataSource())));

        Http.Answer answer = Objects.requireNonNull(held.execute(status -> {
            jdbc.execute("lock table views.client_event in access exclusive mode");
            return http.get("/api/events?type=client-returned");
        }));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("type").asString()).isEqualTo("/problems/search-too-wide");
        assertThat(http.get("/api/events?type=client-returned").status()).isEqualTo(200);
    }

    @Test
    void givenTheCursorOfAnotherQuestion_whenListed_then400() {
        String cursor = http.get("/api/events?limit=1").json().get("next").asString();
        assertThat(http.get("/api/events?limit=1&cursor=" + cursor).status()).isEqualTo(200);
        assertThat(http.get("/api/events?type=client-departed&cursor=" + cursor).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=client-abducted",
                "type=",
                "actor=",
                "actor=a%00b",
                "clientId=a%20b",
                "clientId=",
                "limit=0",
                "cursor=x",
                "page=1"
            })
    void givenABadQuery_whenListed_then400(String query) {
        assertThat(status(query)).isEqualTo(400);
    }

    private int status(@Nullable String query) {
        return http.get("/api/events?" + query).status();
    }
}
