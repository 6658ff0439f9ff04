package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.model.ModelArtefact;
import io.vigie.pmml.Evaluation.Scored;
import io.vigie.pmml.Model;
import io.vigie.pmml.Models;
import io.vigie.pmml.Reference;
import io.vigie.query.testing.Http;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.ModelLives;
import io.vigie.query.testing.Publisher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a version would change. */
@SuppressWarnings("NullAway.Init")
class BandChangesIT extends ScoredByBoth {

    @Test
    void givenAVersion_whenAskedWhatItWouldChange_thenClientsAreScoredAnewAndTheLargestDifferenceIsFirst() {
        Model model = Models.uploaded(
                name,
                2,
                second.bytes(),
                new Reference(ModelLives.CHURN.referencePoint(), ModelLives.CHURN.trainingRanges()));
        double after =
                ((Scored) model.evaluate(Lives.score("x", 1, 1, 0.5, null).features())).probability();
        Http.Answer answer = http.get("/api/models/" + name + "/versions/2/band-changes?limit=1000");
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        JsonNode shown = answer.json();

        assertThat(shown.get("version").asInt()).isEqualTo(2);
        assertThat(shown.get("against").asInt()).isEqualTo(1);
        assertThat(shown.get("clients").asLong()).isGreaterThanOrEqualTo(40);
        long sum = 0;
        for (JsonNode row : shown.get("from")) {
            for (JsonNode count : row) {
                sum += count.asLong();
            }
        }
        assertThat(shown.get("changed").asLong()).isEqualTo(sum);
        List<String> listed = new ArrayList<>();
        double before = 2;
        for (JsonNode item : shown.get("items")) {
            double difference =
                    Math.abs(item.get("after").asDouble() - item.get("before").asDouble());
            assertThat(difference).isLessThanOrEqualTo(before);
            before = difference;
            String id = item.get("clientId").asString();
            if (stay.containsKey(id)) {
                listed.add(id);
                assertThat(item.get("before").asDouble()).isEqualTo(stay.get(id)[0]);
                assertThat(item.get("after").asDouble()).isEqualTo(after);
                assertThat(item.get("bandAfter").asString())
                        .isEqualTo(BANDS.of(after).toString());
                assertThat(item.get("name").asString()).isEqualTo("Zenobia");
            }
        }
        List<String> expected = stay.entrySet().stream()
                .filter(client -> BANDS.of(client.getValue()[0]) != BANDS.of(after))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(expected).isNotEmpty();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(http.get("/api/models/" + name + "/versions/2/band-changes?limit=1")
                        .json()
                        .get("items"))
                .hasSize(1);
        JsonNode masked = scientist
                .get("/api/models/" + name + "/versions/2/band-changes")
                .json();
        assertThat(masked.toString()).doesNotContain("Zenobia", "Quillfeather");
        assertThat(masked.get("from")).isEqualTo(shown.get("from"));
        assertThat(masked.at("/items/0/bandAfter").isString()).isTrue();
    }

    @Test
    void givenAModelThatIsNoRiskOfClients_whenAskedWhatItWouldChange_then422WithARemedy() {
        String own = ModelLives.name();
        ModelArtefact one = ModelLives.artefact(own, 1, ModelLives.churn(-10), Map.of(), Map.of());
        publisher.send(Publisher.event(ModelLives.uploaded(one, null), 1, Lives.NOON), ModelLives.handedOut(one));
        http.until("/api/models/" + own, json -> true);

        Http.Answer answer = http.get("/api/models/" + own + "/versions/1/band-changes");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("remedy").asString()).isNotBlank();
    }

    /** Another model of clients' risk with the same inputs, whose version nobody is scored by. */
    private String ofNobody() {
        String own = ModelLives.name();
        publisher.send(ModelLives.two(
                ModelLives.artefact(own, 1, ModelLives.churn()), ModelLives.artefact(own, 2, ModelLives.churn(-14))));
        http.until("/api/models/" + own, json -> json.get("revision").asInt() == 4);
        return own;
    }

    @Test
    void givenAModelThatScoresNobody_whenAskedWhatItWouldChange_then422AndNotTheRisksOfAnother() {
        Http.Answer answer = http.get("/api/models/" + ofNobody() + "/versions/2/band-changes");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("type").asString()).endsWith("/scores-nobody");
        assertThat(answer.json().get("remedy").asString()).isNotBlank();
    }

    @Test
    void givenAModelThatScoresButHasNoClientYet_whenAskedWhatItWouldChange_thenNobody() {
        String own = ofNobody();
        publisher.send(ModelLives.swap(
                ModelLives.deployment(own, 4, ModelLives.artefact(own, 1, ModelLives.churn()), null), 0, 0));
        http.until("/api/models/" + own, json -> json.get("swaps").size() == 1);

        JsonNode answer =
                http.get("/api/models/" + own + "/versions/2/band-changes").json();

        assertThat(answer.get("clients").asInt()).isZero();
        assertThat(answer.get("against").asInt()).isEqualTo(1);
    }

    @Test
    void givenClientsOfOtherModels_whenAskedWhatAVersionWouldChange_thenTheyArentCounted() {
        String other = Lives.id();
        publisher.send(
                Publisher.event(Lives.registered(other), 1, Lives.NOON),
                Publisher.score(Lives.score(other, 1, 1, 0.99, null)));
        http.until("/api/clients/" + other, json -> json.get("risk").isObject());

        JsonNode shown = http.get("/api/models/" + name + "/versions/2/band-changes?limit=1000")
                .json();

        assertThat(shown.get("clients").asInt()).isEqualTo(41);
        assertThat(shown.get("items").toString()).doesNotContain(other);
    }
}
