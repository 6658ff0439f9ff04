package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.Topics;
import io.vigie.contracts.model.Alias;
import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.model.ModelEvent.ModelPromoted;
import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.Trigger;
import io.vigie.query.testing.Http;
import io.vigie.query.testing.Letters;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.ModelLives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RebuildRig;
import io.vigie.query.testing.RunningService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the topics of models do to what is read. */
@SuppressWarnings("NullAway.Init")
class ModelTopicsIT extends RunningService {

    private final String name = ModelLives.name();
    private final ModelArtefact first = ModelLives.artefact(name, 1, ModelLives.churn());
    private final ModelArtefact second = ModelLives.artefact(name, 2, ModelLives.churn(-18));

    @BeforeAll
    void life() {
        connect();
        publisher.send(ModelLives.two(first, second));
        http.until("/api/models/" + name, json -> json.get("revision").asInt() == 4);
    }

    @Test
    void givenADocumentOfTheLargestSize_whenHandedOut_thenItIsThere() {
        String own = ModelLives.name();
        byte[] letters = new byte[20_000_000];
        new Random(1).ints(letters.length, 'a', 'z').forEach(new java.util.function.IntConsumer() {
            private int at;

            @Override
            public void accept(int letter) {
                letters[at++] = (byte) letter;
            }
        });
        ModelArtefact large = ModelLives.artefact(own, 1, letters);
        publisher.send(Publisher.event(ModelLives.uploaded(large, null), 1, Lives.NOON), ModelLives.handedOut(large));
        http.until("/api/models/" + own, json -> true);

        Http.Answer answer = http.get("/api/models/" + own + "/versions/1/document");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(ModelLives.sha256(Publisher.utf8(answer.response().body()))).isEqualTo(large.sha256());
        Http.Answer refused = http.get("/api/models/" + own + "/versions/1");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("type").asString()).isEqualTo("/problems/model-refused");
        assertThat(refused.json().has("element") && refused.json().has("remedy"))
                .isTrue();
    }

    @Test
    void givenAVersionWhoseDocumentIsOnItsWay_whenShown_thenItWaitsForItButNotForEver() throws Exception {
        String own = ModelLives.name();
        ModelArtefact late = ModelLives.artefact(own, 1, ModelLives.churn(-16));
        publisher.send(Publisher.event(ModelLives.uploaded(late, null), 1, Lives.NOON));
        http.until("/api/models/" + own, json -> true);
        long begun = System.nanoTime();
        Http.Answer behind = http.get("/api/models/" + own + "/versions/1");
        assertThat(behind.status()).isEqualTo(503);
        assertThat(behind.header("Retry-After")).isEqualTo("2");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(9));

        CompletableFuture<Http.Answer> waiting =
                CompletableFuture.supplyAsync(() -> http.get("/api/models/" + own + "/versions/1"));
        Thread.sleep(500);
        assertThat(waiting).isNotDone();
        publisher.send(ModelLives.handedOut(late));
        assertThat(waiting.get().status()).isEqualTo(200);
    }

    @Test
    void givenTheTokenOfAnUpload_whenRead_thenTheModelIsThere() {
        for (int i = 0; i < 20; i++) {
            String own = ModelLives.name();
            ModelArtefact one = ModelLives.artefact(own, 1, ModelLives.churn(-16 - i));
            long token = ConsistencyTokenIT.TRANSACTION.incrementAndGet();
            publisher.relay(token, List.of(Publisher.event(ModelLives.uploaded(one, null), 1, Lives.NOON)));
            assertThat(http.get("/api/models/" + own + "?consistencyToken=" + token)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void givenGarbageOnTheTopics_whenProjected_thenItIsADeadLetterThatCanBeEvictedAndNothingStops() {
        Letters letters = new Letters(http, publisher);
        var place = publisher
                .send(Publisher.raw(Topics.MODELS.name(), name + "/3", Publisher.utf8("{broken"), Map.of()))
                .get(0);
        JsonNode letter = letters.about(place);
        assertThat(letter.get("reason").asString()).isNotBlank();
        long id = letter.get("deadLetterId").asLong();
        assertThat(http.send("POST", "/api/dead-letters/" + id + "/retry").status())
                .isEqualTo(202);
        http.until("/api/dead-letters?limit=500", json -> {
            int found = 0;
            for (JsonNode item : json.get("items")) {
                found += item.get("origin").equals(letter.get("origin")) ? 1 : 0;
            }
            return found == 2;
        });
        String own = ModelLives.name();
        ModelArtefact one = ModelLives.artefact(own, 1, ModelLives.churn(-11));
        publisher.send(Publisher.event(ModelLives.uploaded(one, null), 1, Lives.NOON), ModelLives.handedOut(one));
        http.until("/api/models/" + own + "/versions/1", json -> true);
        JsonNode again = letters.about(place);
        letters.evict(again.get("deadLetterId").asLong());
    }

    @Test
    void givenAnEventThatCantBeRead_whenItIsEvicted_thenTheModelGoesOnBehindIt() {
        String own = ModelLives.name();
        ModelArtefact one = ModelLives.artefact(own, 1, ModelLives.churn(-12));
        publisher.send(Publisher.event(ModelLives.uploaded(one, null), 1, Lives.NOON));
        var place = publisher
                .send(Publisher.valued(
                        Publisher.event(new ModelPromoted(own, Alias.CHAMPION, 1, null, "x", "bob"), 2, Lives.NOON),
                        Publisher.utf8("{}")))
                .get(0);
        Letters letters = new Letters(http, publisher);
        letters.evict(letters.about(place).get("deadLetterId").asLong());
        publisher.send(Publisher.event(new ModelPromoted(own, Alias.CHALLENGER, 1, null, "x", null), 3, Lives.NOON));

        JsonNode shown =
                http.until("/api/models/" + own, json -> json.get("revision").asInt() == 3);
        assertThat(shown.get("champion").isNull()).isTrue();
        assertThat(shown.get("challenger").asInt()).isEqualTo(1);
        assertThat(shown.get("history")).hasSize(2);
    }

    @Test
    void givenAScoreBecauseOfAnotherChampion_whenListed_thenItHasNeitherEventNorSource() {
        String client = Lives.id();
        ClientScore like = Lives.score(client, 1, 1, 0.4, null);
        publisher.send(
                Publisher.event(Lives.registered(client), 1, Lives.NOON),
                Publisher.score(new ClientScore(
                        like.scoreId(),
                        client,
                        1,
                        null,
                        1,
                        like.outcome(),
                        Trigger.MODEL,
                        like.probability(),
                        like.baseValue(),
                        like.band(),
                        like.reasons(),
                        like.other(),
                        like.features(),
                        like.outOfRange(),
                        null,
                        like.model(),
                        like.scoredAt(),
                        null)));
        http.until("/api/clients/" + client, json -> json.get("risk").isObject());

        JsonNode score = http.get("/api/clients/" + client + "/scores").json().at("/items/0");
        assertThat(score.get("trigger").asString()).isEqualTo("model");
        assertThat(score.get("eventId").isNull() && score.get("source").isNull())
                .isTrue();
    }

    @Test
    void givenModelsAndShadowScores_whenRebuilt_thenRowsAreIdentical() {
        String client = Lives.id();
        publisher.send(
                Publisher.event(Lives.registered(client), 1, Lives.NOON),
                Publisher.score(Lives.score(client, 1, 1, 0.4, null)),
                Publisher.shadow(ModelLives.score(second, Lives.score(client, 1, 1, 0.4, null), 0.7)),
                Publisher.shadow(ModelLives.score(second, Lives.score(client, 2, 1, 0.4, null), 0.8)),
                ModelLives.handedOut(first),
                ModelLives.sketch(first, java.time.LocalDate.parse("2026-03-02"), 3, 2, 8),
                ModelLives.swap(ModelLives.deployment(name, 4, first, second), 3, 9));
        http.until("/api/models/" + name, json -> json.get("swaps").size() == 1);
        http.until("/api/clients/" + client, json -> json.get("risk").isObject());

        JsonNode report = new RebuildRig(http, publisher).rebuilt("{}");

        assertThat(report.get("differences")).as(report.toString()).isEmpty();
        Map<String, Long> rows = new java.util.HashMap<>();
        report.get("tables")
                .forEach(table -> rows.put(
                        table.get("table").asString(), table.get("rebuiltRows").asLong()));
        for (String table : List.of(
                "model_view",
                "model_version",
                "model_event",
                "model_document",
                "model_deployment",
                "model_swap",
                "model_sketch",
                "shadow_risk")) {
            assertThat(rows.get(table)).as(table).isPositive();
        }
        assertThat(http.get("/api/models/" + name + "/versions/2/document").status())
                .isEqualTo(200);
    }
}
