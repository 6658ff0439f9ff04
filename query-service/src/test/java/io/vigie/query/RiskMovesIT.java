package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.client.ClientEvent.ClientDeparted;
import io.vigie.contracts.score.Outcome;
import io.vigie.query.testing.Http;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RebuildRig;
import io.vigie.query.testing.RunningService;
import io.vigie.query.testing.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@SuppressWarnings("NullAway.Init")
class RiskMovesIT extends RunningService {

    private static final String PATH = "/api/risk/moves?since=2026-01-01T00:00:00Z";

    private final String ada = Lives.id();
    private final String risen = Lives.id();
    private final String fallen = Lives.id();
    private final String later = Lives.id();
    private final String still = Lives.id();
    private final String gone = Lives.id();
    private final String unscorable = Lives.id();
    private Http asAda;

    /** Scores are a second apart, by their numbers. */
    @BeforeAll
    void moves() {
        connect();
        asAda = http.as(Tokens.ofAccountManager(ada));
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (String id : List.of(risen, fallen, later, still, gone, unscorable)) {
            records.add(Publisher.event(Lives.registered(id, "Zoë", "Moved", "TX", ada), 1, Lives.NOON));
        }
        scores(records, risen, 0.1, 0.4, 0.9, 0.95);
        scores(records, fallen, 0.9, 0.1);
        scores(records, later, 0.1, 0.1, 0.1, 0.1, 0.4);
        scores(records, still, 0.1, 0.2);
        scores(records, gone, 0.1, 0.9);
        scores(records, unscorable, 0.1, 0.9);
        records.add(Publisher.score(Lives.without(Lives.score(unscorable, 3, 1, null, null), Outcome.UNSCORABLE)));
        publisher.send(records);
        http.until(
                "/api/clients?limit=500&accountManagerId=" + ada,
                json -> json.get("items").size() == 6);
        publisher.send(Publisher.event(new ClientDeparted(gone, null, null, null), 2, Lives.NOON));
        http.until("/api/clients/" + gone, json -> json.get("status").asString().equals("left"));
        asAda.until(
                PATH,
                json -> json.get("items").size() == 3
                        && json.get("items").get(0).get("clientId").asString().equals(later)
                        && json.get("items").get(1).get("movedAt").asString().equals("2026-03-01T12:00:03Z"));
    }

    private static void scores(List<ProducerRecord<byte[], byte[]>> records, String id, double... scores) {
        for (int i = 0; i < scores.length; i++) {
            records.add(Publisher.score(Lives.score(id, i + 1, 1, scores[i], null)));
        }
    }

    private static List<String> ids(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> item.get("clientId").asString())
                .toList();
    }

    @Test
    void givenChangesOfBands_whenListed_thenTheLastOfEachActiveClientLatestFirst() {
        JsonNode page = asAda.get(PATH).json();

        assertThat(ids(page)).containsExactly(later, risen, fallen);
        JsonNode item = page.get("items").get(1);
        assertThat(item.get("from").asString()).isEqualTo("medium");
        assertThat(item.get("to").asString()).isEqualTo("high");
        assertThat(item.get("movedAt").asString()).isEqualTo("2026-03-01T12:00:03Z");
        assertThat(item.get("risk").get("score").asDouble()).isEqualTo(0.95);
        assertThat(item.get("name").asString()).isEqualTo("Zoë");
        assertThat(page.get("up").asInt()).isEqualTo(2);
        assertThat(page.get("down").asInt()).isEqualTo(1);
        assertThat(page.get("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"&direction=up,2", "&direction=down,1", "'',3"})
    void givenADirection_whenListed_thenOnlyThoseAndBothCounts(String direction, int count) {
        JsonNode page = asAda.get(PATH + direction).json();
        assertThat(page.get("items")).hasSize(count);
        assertThat(page.get("up").asInt() + page.get("down").asInt()).isEqualTo(3);
    }

    @Test
    void givenPages_whenFollowed_thenEachChangeOnce() {
        List<String> found = new ArrayList<>();
        String next = PATH + "&limit=1";
        while (next != null) {
            JsonNode page = asAda.get(next).json();
            found.addAll(ids(page));
            next = page.get("next").isNull()
                    ? null
                    : PATH + "&limit=1&cursor=" + page.get("next").asString();
        }
        assertThat(found).containsExactly(later, risen, fallen);
    }

    @Test
    void givenABeginning_whenListed_thenNoEarlierChange() {
        assertThat(ids(asAda.get("/api/risk/moves?since=2026-03-01T12:00:04Z").json()))
                .containsExactly(later);
        assertThat(ids(asAda.get("/api/risk/moves?since=2026-03-01T12:00:03Z").json()))
                .containsExactly(later, risen);
        assertThat(ids(asAda.get("/api/risk/moves").json()))
                .as("of the last day")
                .isEmpty();
    }

    @Test
    void givenOthersClients_whenListed_thenTheyAreNotThere() {
        assertThat(ids(http.as(Tokens.ofAccountManager(Lives.id())).get(PATH).json()))
                .isEmpty();
        assertThat(ids(http.get(PATH + "&limit=500").json())).contains(later, risen, fallen);
    }

    @Test
    void givenAScientist_whenListed_thenNobodyIsNamed() {
        Http.Answer answer = http.as(Tokens.of("data-scientist")).get(PATH + "&limit=500");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().body()).doesNotContain("Zoë", "Moved", "Keith Court");
        assertThat(answer.json().get("items").get(0).propertyNames()).contains("clientId", "from", "to", "movedAt");
        assertThat(answer.json().get("up").asInt()).isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "since=yesterday",
                "since=2026-03-01",
                "since=2026-02-30T00:00:00Z",
                "since=%2B999999999-01-01T00:00:00Z",
                "since=0000-01-01T00:00:00Z",
                "since=",
                "direction=sideways",
                "limit=501",
                "cursor=abc"
            })
    void givenABadQuery_whenListed_then400(String query) {
        Http.Answer answer = http.get("/api/risk/moves?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("type").asString()).isEqualTo("/problems/bad-query");
    }

    @Test
    void givenARebuild_whenListedAgain_thenNothingElseIsTold() {
        String before = asAda.get(PATH).response().body();
        JsonNode report = new RebuildRig(http, publisher).rebuilt("");

        assertThat(report.get("differences").toString()).doesNotContain("client_risk");
        assertThat(asAda.get(PATH).response().body()).isEqualTo(before);
    }
}
