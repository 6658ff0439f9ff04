package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.model.Alias;
import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.model.ModelDeployment;
import io.vigie.contracts.model.ModelEvent.ModelPromoted;
import io.vigie.query.testing.Http;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.ModelLives;
import io.vigie.query.testing.Publisher;
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

/** Models as they are read. */
@SuppressWarnings("NullAway.Init")
class ModelsIT extends RunningService {

    private static final int PARTITIONS = 12;

    private final String name = ModelLives.name();
    private final ModelArtefact first = ModelLives.artefact(name, 1, ModelLives.churn());
    private final ModelArtefact second = ModelLives.artefact(name, 2, ModelLives.churn(-18));

    @BeforeAll
    void life() {
        connect();
        publisher.send(ModelLives.two(first, second));
        publisher.send(ModelLives.swap(ModelLives.deployment(name, 4, first, second), 0, 0));
        http.until(
                "/api/models/" + name,
                json -> json.get("revision").asInt() == 4 && json.get("swaps").size() == 1);
    }

    @Test
    void givenModels_whenListed_thenEachWithItsAliases() {
        JsonNode page = http.get("/api/models?limit=500").json();

        assertThat(page.has("next")).isTrue();
        assertThat(page.get("items").toString())
                .contains("{\"name\":\"" + name
                        + "\",\"revision\":4,\"champion\":1,\"challenger\":2,\"versions\":2,\"latest\":2}");
        Http.Answer one = http.get("/api/models?limit=1");
        assertThat(one.json().get("items")).hasSize(1);
    }

    @Test
    void givenAModel_whenShown_thenVersionsAndHistoryWithReasonsAndPeople() {
        Http.Answer answer = http.get("/api/models/" + name);
        JsonNode shown = answer.json();

        assertThat(answer.header("ETag")).isEqualTo("\"4\"");
        assertThat(shown.at("/versions/0/status").asString()).isEqualTo("champion");
        assertThat(shown.at("/versions/1/status").asString()).isEqualTo("challenger");
        assertThat(shown.at("/versions/0/sha256").asString()).isEqualTo(first.sha256());
        assertThat(shown.at("/versions/0/note").asString()).isEqualTo("the first");
        assertThat(shown.at("/versions/0/uploadedBy").asString()).isEqualTo("local");
        assertThat(shown.get("history").get(1).toString())
                .isEqualTo("{\"revision\":2,\"type\":\"model-promoted\",\"version\":1,\"alias\":\"champion\","
                        + "\"replaced\":null,\"reason\":\"to begin with\",\"actor\":\"local\",\"proposedBy\":\"bob\","
                        + "\"at\":\"2026-03-01T12:00:00Z\"}");
    }

    @Test
    void givenADecisionAboutAModelThatNothingScoresWith_whenShown_thenItIsNeitherInPlaceNorNot() {
        String own = ModelLives.name();
        ModelArtefact one = ModelLives.artefact(own, 1, ModelLives.churn());
        publisher.send(Publisher.event(ModelLives.uploaded(one, null), 1, Lives.NOON), ModelLives.handedOut(one));
        JsonNode undecided = http.until("/api/models/" + own, json -> true);
        assertThat(undecided.get("inPlace").asBoolean()).isTrue();

        publisher.send(
                Publisher.event(new ModelPromoted(own, Alias.CHAMPION, 1, null, "why not", "bob"), 2, Lives.NOON));

        JsonNode decided =
                http.until("/api/models/" + own, json -> json.get("revision").asInt() == 2);
        assertThat(decided.get("swaps")).isEmpty();
        assertThat(decided.get("inPlace").isNull()).isTrue();
    }

    @Test
    void givenSwapsOfPartitions_whenTheLastOneIsThere_thenItIsInPlaceAndNoLongerAfterAnotherPromotion() {
        String own = ModelLives.name();
        ModelArtefact one = ModelLives.artefact(own, 1, ModelLives.churn());
        ModelArtefact two = ModelLives.artefact(own, 2, ModelLives.churn(-17));
        ModelDeployment deployed = ModelLives.deployment(own, 4, one, two);
        publisher.send(ModelLives.two(one, two));
        List<ProducerRecord<byte[], byte[]>> swaps = new ArrayList<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            swaps.add(ModelLives.swap(deployed, partition, 7));
        }
        publisher.send(swaps.subList(0, 11));
        JsonNode eleven =
                http.until("/api/models/" + own, json -> json.get("swaps").size() == 11);
        assertThat(eleven.get("inPlace").asBoolean()).isFalse();
        publisher.send(swaps.subList(11, 12));
        JsonNode all =
                http.until("/api/models/" + own, json -> json.get("swaps").size() == 12);
        assertThat(all.get("inPlace").asBoolean()).isTrue();
        assertThat(all.at("/swaps/3").toString())
                .isEqualTo("{\"partition\":3,\"offset\":7,\"revision\":4,\"champion\":1,\"challenger\":2,"
                        + "\"swappedAt\":\"2026-03-01T12:00:00Z\"}");
        publisher.send(Publisher.event(new ModelPromoted(own, Alias.CHAMPION, 2, 1, "better", "bob"), 5, Lives.NOON));
        JsonNode after =
                http.until("/api/models/" + own, json -> json.get("revision").asInt() == 5);
        assertThat(after.get("inPlace").asBoolean()).isFalse();
        assertThat(after.get("challenger").isNull()).isTrue();
    }

    @Test
    void givenAVersion_whenShown_thenSchemaReferenceAndCard() {
        JsonNode shown = http.until("/api/models/" + name + "/versions/1", json -> true);

        assertThat(shown.at("/schema/inputs")).hasSize(5);
        assertThat(shown.at("/schema/inputs/0/dataType").asString()).isEqualTo("double");
        assertThat(shown.at("/schema/inputs/0/required").asBoolean()).isTrue();
        assertThat(shown.at("/schema/outputs").toString()).contains("\"probability\"");
        assertThat(shown.at("/referencePoint/Num_Sites").asDouble()).isGreaterThan(8);
        assertThat(shown.at("/trainingRanges/Age/max").asDouble()).isEqualTo(65);
        assertThat(shown.at("/card/trainedBy").asString()).isEqualTo("ada");
        assertThat(shown.at("/card/metrics/auc").asDouble()).isEqualTo(0.9);
    }

    @Test
    void givenADocument_whenDownloaded_thenItIsTheUploadedOneAsAnAttachment() {
        Http.Answer answer = http.get("/api/models/" + name + "/versions/1/document");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().body())
                .isEqualTo(new String(first.bytes(), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(answer.header("Content-Type")).startsWith("application/xml");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"" + name + "-1.pmml\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/models/nobody",
                "/api/models/NAME",
                "/api/models/%27%20or%201=1",
                "/api/models/nobody/versions/1",
                "/api/models/{name}/versions/3",
                "/api/models/{name}/versions/0",
                "/api/models/{name}/versions/-1",
                "/api/models/{name}/versions/01",
                "/api/models/{name}/versions/1e9",
                "/api/models/{name}/versions/1000000000",
                "/api/models/{name}/versions/99999999999999999999",
                "/api/models/{name}/versions/0/document",
                "/api/models/{name}/versions/0/band-changes",
                "/api/models/nobody/comparison"
            })
    void givenWhatThereIsNot_whenRead_then404(String path) {
        Http.Answer answer = http.get(path.replace("{name}", name));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/models?limit=0",
                "/api/models?limit=501",
                "/api/models?cursor=abc",
                "/api/models?colour=red",
                "/api/models/{name}?consistencyToken=-1",
                "/api/models/{name}/comparison?limit=0",
                "/api/models/{name}/comparison?limit=1001",
                "/api/models/{name}/comparison?limit=2147483648",
                "/api/models/{name}/versions/1/band-changes?limit=0",
                "/api/models/{name}/versions/1/band-changes?limit=1001",
                "/api/models/{name}/versions/1/band-changes?limit=-1",
                "/api/models/{name}/versions/1/document?x=%00"
            })
    void givenBadQueries_whenRead_then400(String path) {
        assertThat(http.get(path.replace("{name}", name)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "account-manager,403,403,403",
        "agency-manager,200,200,200",
        "data-scientist,200,200,200",
        "auditor,200,200,200",
        "operator,200,403,403"
    })
    void givenEachRole_whenReading_thenAsTheTableSays(String role, int shown, int document, int comparison) {
        Http as = http.as(Tokens.of(role));

        assertThat(as.get("/api/models").status()).isEqualTo(shown);
        assertThat(as.get("/api/models/" + name).status()).isEqualTo(shown);
        assertThat(as.get("/api/models/" + name + "/versions/1").status()).isEqualTo(shown);
        assertThat(as.get("/api/models/" + name + "/versions/1/document").status())
                .isEqualTo(document);
        assertThat(as.get("/api/models/" + name + "/comparison").status()).isEqualTo(comparison);
        assertThat(as.get("/api/models/" + name + "/versions/1/band-changes").status())
                .isEqualTo(comparison);
    }
}
