package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.contracts.client.ClientEvent.AccountManagerAssigned;
import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.score.Bands;
import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.ModelReference;
import io.vigie.contracts.score.Outcome;
import io.vigie.contracts.score.Reasons;
import io.vigie.contracts.score.Trigger;
import io.vigie.pmml.Explanation.Explained;
import io.vigie.pmml.Model;
import io.vigie.pmml.Models;
import io.vigie.pmml.Reference;
import io.vigie.query.testing.Http;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.ModelLives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import io.vigie.query.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the model says of a client who is thought otherwise. */
@SuppressWarnings("NullAway.Init")
class WhatIfIT extends RunningService {

    private static final Model CHURN = Models.committed("churn", 1);
    private static final Map<String, Double> FEATURES =
            Map.of("Age", 42.0, "Total_Purchase", 11066.8, "Account_Manager", 1.0, "Years", 7.22, "Num_Sites", 11.0);

    private static final ModelArtefact SECOND = ModelLives.artefact("churn", 2, ModelLives.churn(-15));

    private final String ofSecond = Lives.id();
    private final String client = Lives.id();
    private final String manager = Lives.id();
    private final String unscored = Lives.id();
    private final String left = Lives.id();
    private final String otherwise = Lives.id();

    private static Explained explained(Map<String, Double> features) {
        return (Explained) CHURN.explain(features);
    }

    private static double evaluated(Map<String, Double> features) {
        Model second = Models.uploaded(
                "churn", 2, SECOND.bytes(), new Reference(CHURN.referencePoint(), CHURN.trainingRanges()));
        return ((Explained) second.explain(features)).probability();
    }

    private static ClientScore score(String clientId) {
        Explained explained = explained(FEATURES);
        Reasons reasons = Reasons.of(explained.contributions(), FEATURES);
        return new ClientScore(
                UUID.nameUUIDFromBytes(clientId.getBytes(StandardCharsets.UTF_8))
                        .toString(),
                clientId,
                1,
                null,
                1,
                Outcome.SCORED,
                Trigger.SCHEDULE,
                explained.probability(),
                explained.baseValue(),
                new Bands(0.3, 0.6).of(explained.probability()),
                reasons.listed(),
                reasons.other(),
                FEATURES,
                List.of(),
                null,
                new ModelReference("churn", 1, CHURN.sha256(), CHURN.engine()),
                Lives.NOON,
                null);
    }

    @BeforeAll
    void lives() {
        connect();
        ClientScore departed = score(left);
        ModelArtefact first = ModelLives.artefact("churn", 1, ModelLives.churn());
        publisher.send(ModelLives.two(first, SECOND));
        publisher.send(
                Publisher.event(Lives.registered(ofSecond), 1, Lives.NOON),
                Publisher.score(ModelLives.score(SECOND, score(ofSecond), evaluated(FEATURES))));
        publisher.send(
                Publisher.event(Lives.registered(client), 1, Lives.NOON),
                Publisher.event(new AccountManagerAssigned(client, manager, null, "x"), 2, Lives.NOON),
                Publisher.score(score(client)),
                Publisher.event(Lives.registered(unscored), 1, Lives.NOON),
                Publisher.event(Lives.registered(left), 1, Lives.NOON),
                Publisher.score(Lives.without(departed, Outcome.DEPARTED)),
                Publisher.event(Lives.registered(otherwise), 1, Lives.NOON),
                Publisher.score(Lives.score(otherwise, 1, 1, 0.9, null)));
        for (String id : List.of(client, otherwise, ofSecond)) {
            http.until("/api/clients/" + id, json -> json.get("risk").isObject());
        }
        http.until("/api/clients/" + left + "/scores", json -> json.get("items").size() == 1);
        http.until("/api/clients/" + unscored, json -> json.has("version"));
        http.until("/api/clients/" + client, json -> json.get("accountManager").isObject());
    }

    private Http.Answer ask(String clientId, String changes) {
        return http.as(Tokens.of("agency-manager"))
                .post("/api/clients/" + clientId + "/what-if", "{\"changes\":" + changes + "}");
    }

    @Test
    void givenAScoredClient_whenThoughtOtherwise_thenBothScoresWithTheirReasonsAndNothingChanged() {
        JsonNode answer = ask(client, "{\"numSites\":5,\"age\":50.0}").json();
        Map<String, Double> changed = new HashMap<>(FEATURES);
        changed.put("Num_Sites", 5.0);
        changed.put("Age", 50.0);
        Explained expected = explained(changed);

        JsonNode shown = http.get("/api/clients/" + client).json().get("risk");
        assertThat(answer.at("/before/score").asDouble())
                .isEqualTo(shown.get("score").asDouble());
        assertThat(answer.at("/before/reasons")).isEqualTo(shown.get("reasons"));
        assertThat(answer.at("/before/reasons/0/text").asString()).matches(".+ raises the risk by [0-9]+ points");
        assertThat(answer.at("/before/band").asString()).isEqualTo("high");
        assertThat(answer.at("/after/score").asDouble()).isEqualTo(expected.probability());
        assertThat(answer.at("/after/band").asString()).isEqualTo("low");
        assertThat(answer.at("/after/features/Num_Sites").asDouble()).isEqualTo(5);
        assertThat(answer.at("/after/features/Years").asDouble()).isEqualTo(7.22);
        assertThat(answer.at("/after/reasons").toString()).doesNotContain("Account_Manager");
        assertThat(answer.at("/model/sha256").asString()).isEqualTo(CHURN.sha256());
        for (String which : List.of("before", "after")) {
            JsonNode one = answer.get(which);
            double sum = one.get("baseValue").asDouble() + one.get("other").asDouble();
            for (JsonNode reason : one.get("reasons")) {
                sum += reason.get("contribution").asDouble();
            }
            assertThat(sum).isCloseTo(one.get("score").asDouble(), within(1e-9));
        }
        assertThat(http.get("/api/clients/" + client + "/scores").json().get("items"))
                .hasSize(1);
    }

    @Test
    void givenAClientThatAnotherVersionScored_whenThoughtOtherwise_thenThatVersionAnswers() {
        JsonNode answer = ask(ofSecond, "{\"numSites\":5}").json();
        Map<String, Double> changed = new HashMap<>(FEATURES);
        changed.put("Num_Sites", 5.0);

        assertThat(answer.at("/model/version").asInt()).isEqualTo(2);
        assertThat(answer.at("/model/sha256").asString()).isEqualTo(SECOND.sha256());
        assertThat(answer.at("/after/score").asDouble()).isEqualTo(evaluated(changed));
        assertThat(answer.at("/after/score").asDouble())
                .isNotEqualTo(explained(changed).probability());
    }

    @Test
    void givenAValueThatTrainingNeverSaw_whenThoughtOtherwise_thenItIsAnsweredAndNamed() {
        assertThat(ask(client, "{\"numSites\":40,\"years\":0.5}")
                        .json()
                        .at("/after/outOfRange")
                        .toString())
                .isEqualTo("[\"Years\",\"Num_Sites\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accountManagerId", "accountManager", "Account_Manager", "managedElsewhere"})
    void givenTheAccountManager_whenThoughtOtherwise_thenTheAnswerSaysWhyItCantBe(String name) {
        Http.Answer answer = ask(client, "{\"numSites\":5,\"" + name + "\":true}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("type").asString()).endsWith("account-manager-not-a-what-if");
        assertThat(answer.json().get("detail").asString()).contains("at random");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "{\"age\":-1}",
                "{\"age\":151}",
                "{\"age\":42.5}",
                "{\"numSites\":1000001}",
                "{\"years\":150.1}",
                "{\"years\":0.00001}",
                "{\"totalPurchase\":1000000000001}",
                "{\"totalPurchase\":-0.01}"
            })
    void givenWhatNoClientIs_whenThoughtOtherwise_then422ThatNamesTheField(String changes) {
        Http.Answer answer = ask(client, changes);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("errors").toString()).contains("changes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "\"x\"",
                "{\"age\":\"42\"}",
                "{\"age\":NaN}",
                "{\"age\":1e1000000000}",
                "{\"shoeSize\":42}",
                "{\"age\":1,\"age\":2}"
            })
    void givenWhatIsNoQuestion_whenAsked_then400(String changes) {
        assertThat(ask(client, changes).status()).isEqualTo(400);
    }

    @Test
    void givenClientsWithoutAScoreThatCanBeAskedAgain_whenThoughtOtherwise_then409() {
        for (String id : List.of(unscored, left)) {
            assertThat(ask(id, "{\"numSites\":5}").json().get("type").asString())
                    .endsWith("client-without-score");
        }
        Http.Answer answer = ask(otherwise, "{\"numSites\":5}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("type").asString()).endsWith("model-not-here");
    }

    @ParameterizedTest
    @CsvSource({"account-manager,404", "agency-manager,200", "data-scientist,200", "auditor,200", "operator,403"})
    void givenEachRole_whenAsking_thenAsTheTableSays(String role, int status) {
        assertThat(http.as(Tokens.of(role))
                        .post("/api/clients/" + client + "/what-if", "{\"changes\":{\"numSites\":5}}")
                        .status())
                .isEqualTo(status);
    }

    @Test
    void givenTheOwnAccountManager_whenAsking_thenTheModelAnswersAndReasonsSayWhatIsUsual() {
        Http own = http.as(Tokens.ofAccountManager(manager));
        Http.Answer answer = own.post("/api/clients/" + client + "/what-if", "{\"changes\":{\"numSites\":5}}");

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        assertThat(answer.json().at("/after/reasons").toString()).contains("(average");
        assertThat(answer.json()).isEqualTo(ask(client, "{\"numSites\":5}").json());
        assertThat(own.get("/api/clients/" + client).json().at("/risk/reasons").toString())
                .contains("(average");
    }

    @Test
    void givenAScientist_whenAsking_thenAllNumbersAreThere() {
        JsonNode whole = ask(client, "{\"numSites\":5}").json();

        assertThat(http.as(Tokens.of("data-scientist"))
                        .post("/api/clients/" + client + "/what-if", "{\"changes\":{\"numSites\":5}}")
                        .json())
                .isEqualTo(whole);
    }
}
