package io.vigie.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.testing.Answer;
import io.vigie.command.testing.ModelDocuments;
import io.vigie.command.testing.Person;
import io.vigie.command.testing.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ModelAliasesIT {

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
    void givenAProposal_whenAnotherPersonConfirms_thenItIsChampionOnceHoweverOftenTheyConfirm() {
        models.upload("promoted", ModelDocuments.line("a"));
        models.upload("promoted", ModelDocuments.line("b"));
        models.promote("promoted", 1);
        Person ada = Person.signedIn(service, "ada");
        Person bob = Person.signedIn(service, "bob");

        Answer proposed = ada.send("PUT", ModelScene.champion("promoted"), "{\"version\":2,\"reason\":\"better\"}");
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

        Answer herself = ada.send("PUT", ModelScene.champion("promoted"), confirmation);
        Answer inAnotherSession =
                Person.signedIn(service, "ada").send("PUT", ModelScene.champion("promoted"), confirmation);
        Answer byToken = service.send("PUT", ModelScene.champion("promoted"), confirmation);
        assertThat(herself.problem()).isEqualTo("second-person-needed");
        assertThat(inAnotherSession.problem()).isEqualTo("second-person-needed");
        assertThat(byToken.status()).isEqualTo(403);

        Answer confirmed = bob.send("PUT", ModelScene.champion("promoted"), confirmation);
        assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(200);
        assertThat(confirmed.json().get("revision").asLong()).isEqualTo(4);
        assertThat(confirmed.version()).isEqualTo(2);
        assertThat(models.payload("promoted", 4))
                .contains(
                        "\"reason\": \"better\"",
                        "\"proposedBy\": \"ada\"",
                        "\"replaced\": 1",
                        "\"alias\": \"champion\"");
        assertThat(service.send("GET", "/api/models/promoted/proposals").json().get("items"))
                .isEmpty();

        Answer back = service.send("POST", "/api/models/promoted/rollback", "{\"reason\":\"worse\"}");
        assertThat(back.status()).as(back.toString()).isEqualTo(200);
        assertThat(back.version()).isEqualTo(1);
        Answer again = bob.send("PUT", ModelScene.champion("promoted"), confirmation);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("revision").asLong()).isEqualTo(5);
        assertThat(models.events("promoted"))
                .containsExactly(
                        "model-uploaded", "model-uploaded", "model-promoted", "model-promoted", "model-rolled-back");
        assertThat(models.deployment("promoted")).containsEntry("champion", 1).containsEntry("revision", 5L);
        assertThat(service.send("POST", "/api/models/promoted/rollback", "{\"reason\":\"worse\"}")
                        .problem())
                .isEqualTo("no-previous-champion");
    }

    @Test
    void givenAConfirmationThatCannotBe_whenRefused_thenTheProposalStillStands() {
        models.upload("standing", ModelDocuments.line("a"));
        Person ada = Person.signedIn(service, "ada");
        Person bob = Person.signedIn(service, "bob");
        String id = ada.send("PUT", ModelScene.champion("standing"), "{\"version\":1,\"reason\":\"first\"}")
                .json()
                .get("proposalId")
                .asString();
        String confirmation = "{\"version\":1,\"proposalId\":\"" + id + "\"}";

        Answer ofAnotherRevision = bob.send("PUT", ModelScene.champion("standing"), confirmation, "If-Match", "\"99\"");

        assertThat(ofAnotherRevision.status()).isEqualTo(412);
        assertThat(service.send("GET", "/api/models/standing/proposals").json().get("items"))
                .hasSize(1);
        assertThat(bob.send("PUT", ModelScene.champion("standing"), confirmation)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void givenProposals_whenWithdrawnOrHopeless_thenNothingHappens() {
        models.upload("withdrawn", ModelDocuments.line("a"));
        Person ada = Person.signedIn(service, "ada");
        Person bob = Person.signedIn(service, "bob");
        String wish = "{\"version\":1,\"reason\":\"first\"}";

        Answer first = ada.send("PUT", ModelScene.champion("withdrawn"), wish, "Idempotency-Key", "wish");
        Answer again = ada.send("PUT", ModelScene.champion("withdrawn"), wish, "Idempotency-Key", "wish");
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
        assertThat(bob.send("PUT", ModelScene.champion("withdrawn"), "{\"version\":1,\"proposalId\":\"" + id + "\"}")
                        .problem())
                .isEqualTo("proposal-withdrawn");
        assertThat(ada.send("PUT", ModelScene.champion("withdrawn"), "{\"version\":2,\"reason\":\"x\"}")
                        .problem())
                .isEqualTo("unknown-version");
        assertThat(ada.send("PUT", ModelScene.champion("nothing"), wish).problem())
                .isEqualTo("model-not-found");
        assertThat(ada.send("PUT", ModelScene.champion("withdrawn"), "{\"version\":1}")
                        .status())
                .isEqualTo(422);
        assertThat(ada.send("DELETE", "/api/models/withdrawn/proposals/x", "").status())
                .isEqualTo(400);
        models.promote("withdrawn", 1);
        assertThat(ada.send("PUT", ModelScene.champion("withdrawn"), wish).problem())
                .isEqualTo("already-champion");
    }

    @Test
    void givenVersions_whenChallengedDismissedAndRetired_thenTheDeploymentFollows() {
        models.upload("shadowed", ModelDocuments.line("a"));
        models.upload("shadowed", ModelDocuments.line("b"));
        models.promote("shadowed", 1);

        Answer set = service.send("PUT", ModelScene.challenger("shadowed"), "{\"version\":2,\"reason\":\"try\"}");
        assertThat(set.status()).as(set.toString()).isEqualTo(200);
        assertThat(set.json().get("revision").asLong()).isEqualTo(4);
        assertThat(models.deployment("shadowed")).containsEntry("champion", 1).containsEntry("challenger", 2);
        assertThat(service.send("PUT", ModelScene.challenger("shadowed"), "{\"version\":1,\"reason\":\"try\"}")
                        .problem())
                .isEqualTo("version-is-champion");

        Answer dismissed = service.send("DELETE", ModelScene.challenger("shadowed") + "?reason=enough");
        assertThat(dismissed.status()).as(dismissed.toString()).isEqualTo(200);
        assertThat(service.send("DELETE", ModelScene.challenger("shadowed") + "?reason=enough")
                        .json()
                        .get("revision")
                        .asLong())
                .isEqualTo(5);
        assertThat(service.send("DELETE", ModelScene.challenger("shadowed")).status())
                .isEqualTo(400);
        assertThat(models.deployment("shadowed"))
                .containsEntry("challenger", null)
                .containsEntry("revision", 5L);

        service.send("PUT", ModelScene.challenger("shadowed"), "{\"version\":2,\"reason\":\"try\"}");
        Answer retired = service.send("POST", "/api/models/shadowed/versions/2/retirement", "{\"reason\":\"old\"}");
        assertThat(retired.status()).as(retired.toString()).isEqualTo(200);
        assertThat(models.deployment("shadowed"))
                .containsEntry("challenger", null)
                .containsEntry("revision", 7L);
        assertThat(service.send("PUT", ModelScene.challenger("shadowed"), "{\"version\":2,\"reason\":\"try\"}")
                        .problem())
                .isEqualTo("version-retired");
        assertThat(service.send("POST", "/api/models/shadowed/versions/1/retirement", "{\"reason\":\"old\"}")
                        .problem())
                .isEqualTo("version-is-champion");
        assertThat(service.send("POST", "/api/models/shadowed/versions/9/retirement", "{\"reason\":\"old\"}")
                        .problem())
                .isEqualTo("version-not-found");
    }
}
