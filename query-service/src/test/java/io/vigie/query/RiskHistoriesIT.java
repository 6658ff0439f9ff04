package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.score.Outcome;
import io.vigie.query.testing.Http;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import io.vigie.query.testing.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RiskHistoriesIT extends RunningService {

    private static final String PATH = "/api/risk/histories?clientIds=";

    @Test
    void givenScores_whenHistoriesAreAskedFor_thenTheLatestThirtyOfEachOldestFirst() {
        String ada = Lives.id();
        String many = Lives.id();
        String gap = Lives.id();
        String none = Lives.id();
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (String id : List.of(many, gap, none)) {
            records.add(Publisher.event(
                    Lives.registered(id, "Zoë", "Spark", "TX", id.equals(gap) ? null : ada), 1, Lives.NOON));
        }
        for (int i = 1; i <= 40; i++) {
            records.add(Publisher.score(Lives.score(many, i, 1, i / 100.0, null)));
        }
        records.add(Publisher.score(Lives.score(gap, 1, 1, 0.5, null)));
        records.add(Publisher.score(Lives.without(Lives.score(gap, 2, 1, null, null), Outcome.UNSCORABLE)));
        records.add(Publisher.score(Lives.without(Lives.score(gap, 3, 1, null, null), Outcome.DEPARTED)));
        publisher.send(records);
        String asked = PATH + String.join(",", gap, "no-such-client", many, gap, none);

        JsonNode items = http.until(
                        asked,
                        json -> json.at("/items/0/points").size() == 2
                                && json.at("/items/1/points/29/score").asDouble() == 0.4
                                && json.get("items").size() == 3)
                .get("items");

        assertThat(items.get(0).toString())
                .isEqualTo("{\"clientId\":\"" + gap + "\",\"points\":[{\"at\":\"2026-03-01T12:00:01Z\",\"score\":0.5},"
                        + "{\"at\":\"2026-03-01T12:00:02Z\",\"score\":null}]}");
        assertThat(items.get(1).get("clientId").asString()).isEqualTo(many);
        assertThat(items.get(1).get("points")).hasSize(30);
        assertThat(items.get(1).at("/points/0/score").asDouble()).isEqualTo(0.11);
        assertThat(items.get(2).toString()).isEqualTo("{\"clientId\":\"" + none + "\",\"points\":[]}");

        JsonNode own = http.as(Tokens.ofAccountManager(ada)).get(asked).json().get("items");
        assertThat(own.valueStream().map(item -> item.get("clientId").asString()))
                .containsExactly(many, none);
        assertThat(http.as(Tokens.of("data-scientist")).get(asked).json().get("items"))
                .isEqualTo(items);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?clientIds=", "?clientIds=a,", "?clientIds=,a", "?clientIds=a%20b", "?clientIds=a%00"})
    void givenNoIds_whenAsked_then400(String query) {
        Http.Answer answer = http.get("/api/risk/histories" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("type").asString()).isEqualTo("/problems/bad-query");
    }

    @Test
    void givenTooManyIds_whenAsked_then400() {
        assertThat(http.get(PATH + String.join(",", Collections.nCopies(100, "a")))
                        .status())
                .isEqualTo(200);
        assertThat(http.get(PATH + String.join(",", Collections.nCopies(101, "a")))
                        .status())
                .isEqualTo(400);
    }
}
