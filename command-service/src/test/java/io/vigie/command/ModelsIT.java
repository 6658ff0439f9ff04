package io.vigie.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.testing.Answer;
import io.vigie.command.testing.ModelDocuments;
import io.vigie.command.testing.Person;
import io.vigie.command.testing.RunningService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ModelsIT {

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.onNewDatabase();
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
                        .queryForObject("select card ->> 'text' from model_document where version = 1", String.class))
                .contains("account manager trap");
    }

    @Test
    void givenClientOfTheSameIdAsAModel_whenRegistered_thenTheyAreNotInEachOthersWay() {
        new Scene(service).register("churn");

        assertThat(service.send("PUT", "/api/clients/churn/sites", "{\"numSites\":3}")
                        .version())
                .isEqualTo(2);
        assertThat(upload("churn", ModelDocuments.churn("beside a client")).status())
                .isEqualTo(201);
    }

    @Test
    void givenADocument_whenUploaded_then201AndTheSameAgain200() {
        Answer first = upload("uploaded", ModelDocuments.line("a"));
        Answer again = upload("uploaded", ModelDocuments.line("a"));
        Answer next = upload("uploaded", ModelDocuments.line("b"));

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(first.header("Location")).isEqualTo("/api/models/uploaded/versions/1");
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(first.json().propertyNames())
                .containsExactlyInAnyOrder("modelName", "revision", "version", "sha256", "consistencyToken");
        assertThat(first.json().get("modelName").asString()).isEqualTo("uploaded");
        assertThat(first.json().get("sha256").asString()).matches("[0-9a-f]{64}");
        assertThat(first.json().get("consistencyToken").asString()).isEqualTo(token("uploaded", 1));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(next.version()).isEqualTo(2);
        assertThat(next.json().get("revision").asLong()).isEqualTo(2);
        assertThat(events("uploaded")).containsExactly("model-uploaded", "model-uploaded");
    }

    @Test
    void givenOneKey_whenAnUploadIsSentAgain_thenItIsAnsweredAgain() {
        Answer first = upload("keyed", ModelDocuments.line("a"), "Idempotency-Key", "upload");
        Answer again = upload("keyed", ModelDocuments.line("a"), "Idempotency-Key", "upload");
        Answer other = upload("keyed", ModelDocuments.line("b"), "Idempotency-Key", "upload");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void givenAForm_whenUploaded_thenReferenceCardAndNoteAreKept() {
        Answer answer = form(
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
        assertThat(payload("formed", 1)).contains("Of the last quarter.", "\"inputs\": [\"a\"]", "RegressionModel");
    }

    @Test
    void givenChurnWithoutReference_whenUploaded_thenThatOfThisBuildIsTaken() {
        new Scene(service).register("tried");
        Answer answer = upload("churn", ModelDocuments.churn("another one"), "Accept", "application/json");

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
    void givenAProposal_whenAnotherPersonConfirms_thenItIsChampionOnceHoweverOftenTheyConfirm() {
        upload("promoted", ModelDocuments.line("a"));
        upload("promoted", ModelDocuments.line("b"));
        promote("promoted", 1);
        Person ada = Person.signedIn(service, "ada");
        Person bob = Person.signedIn(service, "bob");

        Answer proposed = ada.send("PUT", champion("promoted"), "{\"version\":2,\"reason\":\"better\"}");
        assertThat(proposed.status()).as(proposed.toString()).isEqualTo(202);
        String confirmation = "{\"version\":2,\"proposalId\":\""
                + proposed.json().get("proposalId").asString() + "\"}";
        assertThat(proposed.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "proposalId", "modelName", "version", "reason", "proposedBy", "proposedAt", "endsAt");
        assertThat(service.send("GET", "/api/models/promoted/proposals")
                        .json()
                        .get("items")
                        .get(0))
                .isEqualTo(proposed.json());

        Answer herself = ada.send("PUT", champion("promoted"), confirmation);
        Answer inAnotherSession = Person.signedIn(service, "ada").send("PUT", champion("promoted"), confirmation);
        Answer byToken = service.send("PUT", champion("promoted"), confirmation);
        assertThat(herself.problem()).isEqualTo("second-person-needed");
        assertThat(inAnotherSession.problem()).isEqualTo("second-person-needed");
        assertThat(byToken.status()).isEqualTo(403);

        Answer confirmed = bob.send("PUT", champion("promoted"), confirmation);
        assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(200);
        assertThat(confirmed.json().get("revision").asLong()).isEqualTo(4);
        assertThat(confirmed.version()).isEqualTo(2);
        assertThat(payload("promoted", 4))
                .contains("\"reason\": \"better\"", "\"proposedBy\": \"ada\"", "\"replaced\": 1", "CHAMPION");
        assertThat(service.send("GET", "/api/models/promoted/proposals").json().get("items"))
                .isEmpty();

        Answer back = service.send("POST", "/api/models/promoted/rollback", "{\"reason\":\"worse\"}");
        assertThat(back.status()).as(back.toString()).isEqualTo(200);
        assertThat(back.version()).isEqualTo(1);
        Answer again = bob.send("PUT", champion("promoted"), confirmation);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("revision").asLong()).isEqualTo(5);
        assertThat(events("promoted"))
                .containsExactly(
                        "model-uploaded", "model-uploaded", "model-promoted", "model-promoted", "model-rolled-back");
        assertThat(deployment("promoted")).containsEntry("champion", 1).containsEntry("revision", 5L);
        assertThat(service.send("POST", "/api/models/promoted/rollback", "{\"reason\":\"worse\"}")
                        .problem())
                .isEqualTo("no-previous-champion");
    }

    @Test
    void givenProposals_whenWithdrawnOrHopeless_thenNothingHappens() {
        upload("withdrawn", ModelDocuments.line("a"));
        Person ada = Person.signedIn(service, "ada");
        Person bob = Person.signedIn(service, "bob");
        String wish = "{\"version\":1,\"reason\":\"first\"}";

        Answer first = ada.send("PUT", champion("withdrawn"), wish, "Idempotency-Key", "wish");
        Answer again = ada.send("PUT", champion("withdrawn"), wish, "Idempotency-Key", "wish");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        String id = first.json().get("proposalId").asString();

        assertThat(bob.send("DELETE", "/api/models/withdrawn/proposals/" + id, "")
                        .status())
                .isEqualTo(404);
        assertThat(ada.send("DELETE", "/api/models/formed/proposals/" + id, "").status())
                .isEqualTo(404);
        assertThat(ada.send("DELETE", "/api/models/withdrawn/proposals/" + id, "")
                        .status())
                .isEqualTo(204);
        assertThat(bob.send("PUT", champion("withdrawn"), "{\"version\":1,\"proposalId\":\"" + id + "\"}")
                        .problem())
                .isEqualTo("proposal-withdrawn");
        assertThat(ada.send("PUT", champion("withdrawn"), "{\"version\":2,\"reason\":\"x\"}")
                        .problem())
                .isEqualTo("unknown-version");
        assertThat(ada.send("PUT", champion("nothing"), wish).problem()).isEqualTo("model-not-found");
        assertThat(ada.send("PUT", champion("withdrawn"), "{\"version\":1}").status())
                .isEqualTo(422);
        assertThat(ada.send("DELETE", "/api/models/withdrawn/proposals/x", "").status())
                .isEqualTo(400);
        promote("withdrawn", 1);
        assertThat(ada.send("PUT", champion("withdrawn"), wish).problem()).isEqualTo("already-champion");
    }

    @Test
    void givenVersions_whenChallengedDismissedAndRetired_thenTheDeploymentFollows() {
        upload("shadowed", ModelDocuments.line("a"));
        upload("shadowed", ModelDocuments.line("b"));
        promote("shadowed", 1);

        Answer set = service.send("PUT", challenger("shadowed"), "{\"version\":2,\"reason\":\"try\"}");
        assertThat(set.status()).as(set.toString()).isEqualTo(200);
        assertThat(set.json().get("revision").asLong()).isEqualTo(4);
        assertThat(deployment("shadowed")).containsEntry("champion", 1).containsEntry("challenger", 2);
        assertThat(service.send("PUT", challenger("shadowed"), "{\"version\":1,\"reason\":\"try\"}")
                        .problem())
                .isEqualTo("version-is-champion");

        Answer dismissed = service.send("DELETE", challenger("shadowed") + "?reason=enough");
        assertThat(dismissed.status()).as(dismissed.toString()).isEqualTo(200);
        assertThat(service.send("DELETE", challenger("shadowed") + "?reason=enough")
                        .json()
                        .get("revision")
                        .asLong())
                .isEqualTo(5);
        assertThat(service.send("DELETE", challenger("shadowed")).status()).isEqualTo(400);
        assertThat(deployment("shadowed")).containsEntry("challenger", null).containsEntry("revision", 5L);

        service.send("PUT", challenger("shadowed"), "{\"version\":2,\"reason\":\"try\"}");
        Answer retired = service.send("POST", "/api/models/shadowed/versions/2/retirement", "{\"reason\":\"old\"}");
        assertThat(retired.status()).as(retired.toString()).isEqualTo(200);
        assertThat(deployment("shadowed")).containsEntry("challenger", null).containsEntry("revision", 7L);
        assertThat(service.send("PUT", challenger("shadowed"), "{\"version\":2,\"reason\":\"try\"}")
                        .problem())
                .isEqualTo("version-retired");
        assertThat(service.send("POST", "/api/models/shadowed/versions/1/retirement", "{\"reason\":\"old\"}")
                        .problem())
                .isEqualTo("version-is-champion");
        assertThat(service.send("POST", "/api/models/shadowed/versions/9/retirement", "{\"reason\":\"old\"}")
                        .problem())
                .isEqualTo("version-not-found");
    }

    @Test
    void givenIfMatch_whenTheModelHasChanged_then412() {
        upload("matched", ModelDocuments.line("a"));

        assertThat(upload("matched", ModelDocuments.line("b"), "If-Match", "\"7\"")
                        .status())
                .isEqualTo(412);
        assertThat(upload("unmatched", ModelDocuments.line("b"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(upload("matched", ModelDocuments.line("b"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(201);
        assertThat(service.send("PUT", challenger("matched"), "{\"version\":1,\"reason\":\"x\"}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
    }

    private static void promote(String name, int version) {
        Answer proposed = Person.signedIn(service, "cleo")
                .send("PUT", champion(name), "{\"version\":" + version + ",\"reason\":\"first\"}");
        Answer done = Person.signedIn(service, "dan")
                .send(
                        "PUT",
                        champion(name),
                        "{\"version\":" + version + ",\"proposalId\":\""
                                + proposed.json().get("proposalId").asString() + "\"}");
        assertThat(done.status()).as(done.toString()).isEqualTo(200);
    }

    private static String champion(String name) {
        return "/api/models/" + name + "/aliases/champion";
    }

    private static String challenger(String name) {
        return "/api/models/" + name + "/aliases/challenger";
    }

    private static Answer upload(String name, String document, String... headers) {
        return service.sendAs(
                "application/xml", "POST", "/api/models/" + name + "/versions", document.getBytes(UTF_8), headers);
    }

    private static Answer form(String name, String... parts) {
        return service.sendAs(
                ModelDocuments.FORM, "POST", "/api/models/" + name + "/versions", ModelDocuments.form(parts));
    }

    private static List<String> events(String name) {
        return service.jdbc()
                .queryForList(
                        "select event_type from read_as_text where aggregate_identifier = ? order by version",
                        String.class,
                        "model:" + name);
    }

    private static String payload(String name, int revision) {
        return String.valueOf(service.jdbc()
                .queryForObject(
                        "select payload::text from read_as_text where aggregate_identifier = ? and version = ?",
                        String.class,
                        "model:" + name,
                        revision));
    }

    private static String token(String name, int revision) {
        return String.valueOf(service.jdbc()
                .queryForObject(
                        "select transaction_id from read_as_text where aggregate_identifier = ? and version = ?",
                        String.class,
                        "model:" + name,
                        revision));
    }

    private static Map<String, Object> deployment(String name) {
        return service.jdbc()
                .queryForMap("select revision, champion, challenger from model_deployment where name = ?", name);
    }
}
