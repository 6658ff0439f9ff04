package io.vigie.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.testing.Answer;
import io.vigie.command.testing.ModelDocuments;
import io.vigie.command.testing.RunningService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ModelsIT {

    private static RunningService service;
    private static ModelScene models;

    @BeforeAll
    static void start() {
        service = RunningService.onNewDatabase();
        models = new ModelScene(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void givenFirstStart_whenLookedAt_thenTheModelOfThisBuildIsChampionByTheSystem() {
        List<Map<String, Object>> events = service.jdbc()
                .queryForList("select event_type, payload::text, metadata::text from read_as_text"
                        + " where aggregate_identifier = 'model:churn' order by version limit 2");

        assertThat(events)
                .extracting(event -> event.get("event_type"))
                .containsExactly("model-uploaded", "model-promoted");
        assertThat(events).allSatisfy(event -> assertThat(String.valueOf(event.get("metadata")))
                .contains("\"actor\": \"system\"", "\"actorKind\": \"system\""));
        assertThat(String.valueOf(events.get(1).get("payload"))).contains("\"reason\": \"First start.\"");
        assertThat(service.jdbc()
                        .queryForObject(
                                "select card ->> 'text' from model_document where name = 'churn' and version = 1",
                                String.class))
                .contains("account manager trap");
    }

    @Test
    void givenClientOfTheSameIdAsAModel_whenRegistered_thenTheyAreNotInEachOthersWay() {
        new Scene(service).register("churn");

        assertThat(service.send("PUT", "/api/clients/churn/sites", "{\"numSites\":3}")
                        .version())
                .isEqualTo(2);
        Answer uploaded = models.upload("churn", ModelDocuments.churn("beside a client"));
        assertThat(uploaded.status()).isEqualTo(201);
        assertThat(uploaded.json().get("canScore").asBoolean()).isTrue();
    }

    @Test
    void givenADocument_whenUploaded_then201AndTheSameAgain200() {
        Answer first = models.upload("uploaded", ModelDocuments.line("a"));
        Answer again = models.upload("uploaded", ModelDocuments.line("a"));
        Answer next = models.upload("uploaded", ModelDocuments.line("b"));

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(first.header("Location")).isEqualTo("/api/models/uploaded/versions/1");
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(first.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "modelName", "revision", "version", "sha256", "canScore", "consistencyToken");
        assertThat(first.json().get("modelName").asString()).isEqualTo("uploaded");
        assertThat(first.json().get("canScore").asBoolean()).isFalse();
        assertThat(first.json().get("sha256").asString()).matches("[0-9a-f]{64}");
        assertThat(first.json().get("consistencyToken").asString()).isEqualTo(models.token("uploaded", 1));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(next.version()).isEqualTo(2);
        assertThat(next.json().get("revision").asLong()).isEqualTo(2);
        assertThat(models.events("uploaded")).containsExactly("model-uploaded", "model-uploaded");
    }

    @Test
    void givenOneKey_whenAnUploadIsSentAgain_thenItIsAnsweredAgain() {
        Answer first = models.upload("keyed", ModelDocuments.line("a"), "Idempotency-Key", "upload");
        Answer again = models.upload("keyed", ModelDocuments.line("a"), "Idempotency-Key", "upload");
        Answer other = models.upload("keyed", ModelDocuments.line("b"), "Idempotency-Key", "upload");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void givenAForm_whenUploaded_thenReferenceCardAndNoteAreKept() {
        Answer answer = models.form(
                "formed",
                "model",
                ModelDocuments.line("a"),
                "reference",
                "{\"referencePoint\":{\"a\":2,\"other\":1},\"trainingRanges\":{\"a\":{\"min\":1,\"max\":3}},"
                        + "\"trainingCategories\":{}}",
                "card",
                "{\"trainedBy\":\"Zo\u00eb\",\"rows\":[1,2.5]}",
                "note",
                "Of the last quarter.");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        Map<String, Object> kept = service.jdbc()
                .queryForMap("select reference::text, card::text, convert_from(document, 'UTF8') as document"
                        + " from model_document where name = 'formed'");
        assertThat(kept.get("reference"))
                .isEqualTo("{\"referencePoint\":{\"a\":2.0},\"trainingRanges\":{\"a\":{\"min\":1.0,\"max\":3.0}}}");
        assertThat(kept.get("card")).isEqualTo("{\"trainedBy\":\"Zo\u00eb\",\"rows\":[1,2.5]}");
        assertThat(kept.get("document")).isEqualTo(ModelDocuments.line("a"));
        assertThat(models.payload("formed", 1))
                .contains("Of the last quarter.", "\"inputs\": [\"a\"]", "RegressionModel");
    }

    @Test
    void givenChurnWithoutReference_whenUploaded_thenThatOfThisBuildIsTaken() {
        new Scene(service).register("tried");
        Answer answer = models.upload("churn", ModelDocuments.churn("another one"), "Accept", "application/json");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(service.jdbc()
                        .queryForObject(
                                "select count(distinct reference::text) from model_document where name = 'churn'"
                                        + " and (reference -> 'referencePoint' ->> 'Age')::double precision"
                                        + " between 41.7 and 41.71",
                                Integer.class))
                .isPositive();
    }

    @Test
    void givenIfMatch_whenTheModelHasChanged_then412() {
        models.upload("matched", ModelDocuments.line("a"));

        assertThat(models.upload("matched", ModelDocuments.line("b"), "If-Match", "\"7\"")
                        .status())
                .isEqualTo(412);
        assertThat(models.upload("unmatched", ModelDocuments.line("b"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(models.upload("matched", ModelDocuments.line("b"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(201);
        assertThat(service.send(
                                "PUT",
                                ModelScene.challenger("matched"),
                                "{\"version\":1,\"reason\":\"x\"}",
                                "If-Match",
                                "\"1\"")
                        .status())
                .isEqualTo(412);
    }
}
