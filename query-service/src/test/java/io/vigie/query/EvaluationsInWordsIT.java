package io.vigie.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.model.ModelArtefact;
import io.vigie.query.testing.Http;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.ModelLives;
import io.vigie.query.testing.Publisher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What each input did is told in words too: of any model by the names of its inputs, of the one that scores as risks. */
class EvaluationsInWordsIT extends EvaluableModels {

    /** 10 · rooms + 5 where the colour is red; rooms are 2 where nobody says. */
    private static final String PRICE = """
            <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/><DataDictionary>
            <DataField name="rooms" optype="continuous" dataType="double"/>
            <DataField name="colour" optype="categorical" dataType="string"/>
            <DataField name="district" optype="categorical" dataType="integer"/>
            <DataField name="price" optype="continuous" dataType="double"/></DataDictionary>
            <RegressionModel functionName="regression"><MiningSchema>
            <MiningField name="rooms" missingValueReplacement="2"/><MiningField name="colour"/>
            <MiningField name="district"/><MiningField name="price" usageType="target"/></MiningSchema>
            <RegressionTable intercept="100"><NumericPredictor name="rooms" coefficient="10"/>
            <CategoricalPredictor name="colour" value="red" coefficient="5"/>
            <CategoricalPredictor name="district" value="1020" coefficient="-1234.5"/>
            </RegressionTable></RegressionModel></PMML>""";

    private static final String CHURN = "/api/models/churn/versions/1/evaluations";

    private final String price = ModelLives.name();
    private final String prices = "/api/models/" + price + "/versions/1/evaluations";

    @BeforeAll
    void more() {
        ModelArtefact other = ModelLives.artefact(
                price,
                1,
                PRICE.getBytes(UTF_8),
                Map.of("rooms", 3.5, "colour", "blue", "district", 1010),
                Map.of(),
                Map.of(
                        "inputs",
                        List.of(
                                Map.of("name", "rooms", "unit", "m²"),
                                Map.of("name", "colour", "unit", "much too long to be the unit of anything"),
                                "surplus")));
        publisher.send(Publisher.event(ModelLives.uploaded(other, null), 1, Lives.NOON), ModelLives.handedOut(other));
        // Others tell the same of this name; told again it changes nothing.
        publisher.send(ModelLives.two(
                ModelLives.artefact("churn", 1, ModelLives.churn()),
                ModelLives.artefact("churn", 2, ModelLives.churn(-15))));
        http.until("/api/models/" + price + "/versions/1", json -> true);
        http.until("/api/models/churn/versions/1", json -> true);
    }

    private JsonNode explanation(String path, String body, String language) {
        Http.Answer answer = scientist.post(path, body, "Accept-Language", language);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json().get("explanation");
    }

    private static Map<String, String> words(JsonNode explanation) {
        Map<String, String> words = new LinkedHashMap<>();
        explanation
                .get("words")
                .properties()
                .forEach(one -> words.put(one.getKey(), one.getValue().asString()));
        return words;
    }

    private static long points(JsonNode explanation, String input) {
        return Math.round(Math.abs(explanation.get("shares").get(input).asDouble()) * 100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|11 sites (average 8.6) raises the risk by %d points|7.2 years as a client (average 5.3) raises the risk by %d points",
                "fr|11 sites (moyenne 8,6) : le risque augmente de %d points"
                        + "|client depuis 7,2 ans (moyenne 5,3) : le risque augmente de %d points",
                "tlh|11 sites (average 8.6) raises the risk by %d points|7.2 years as a client (average 5.3) raises the risk by %d points"
            })
    void givenTheModelThatScores_whenExplained_thenWhatEachInputDoesToTheRisk(
            String language, String sites, String years) {
        JsonNode told = explanation(CHURN, "{\"record\":" + RECORD + ",\"explain\":true}", language);

        assertThat(words(told))
                .containsEntry("Num_Sites", sites.formatted(points(told, "Num_Sites")))
                .containsEntry("Years", years.formatted(points(told, "Years")))
                .doesNotContainKey("Account_Manager");
    }

    @Test
    void givenTheSameUnderAnotherName_whenExplained_thenNobodyKnowsThatItIsARisk() {
        JsonNode told = explanation(path, "{\"record\":" + RECORD + ",\"explain\":true}", "en");

        assertThat(words(told))
                .containsEntry(
                        "Num_Sites",
                        "Num_Sites 11 (average 8.57) raises the probability of \"1\" by " + points(told, "Num_Sites")
                                + " points");
        assertThat(words(explanation(path, "{\"record\":" + RECORD + ",\"explain\":true}", "fr")))
                .containsEntry(
                        "Num_Sites",
                        "Num_Sites 11 (moyenne 8,57) : la probabilité de « 1 » augmente de " + points(told, "Num_Sites")
                                + " points");
    }

    @Test
    void givenABackground_whenExplained_thenTheAverageIsThatOfIt() {
        String few = RECORD.replace(":11}", ":\"4\"}") + "," + RECORD.replace(":11}", ":5}");

        assertThat(words(explanation(
                        CHURN, "{\"record\":" + RECORD + ",\"explain\":true,\"background\":[" + few + "]}", "en")))
                .hasSize(1)
                .hasEntrySatisfying(
                        "Num_Sites", text -> assertThat(text).startsWith("11 sites (average 4.5) raises the risk by "));
    }

    @Test
    void givenManyRecordsOfWhichOneFailed_whenExplained_thenTheOthersHaveTheirWords() {
        String body = "{\"explain\":true,\"records\":[" + RECORD + ",{\"Age\":\"x\"}," + RECORD + "]}";
        JsonNode results =
                scientist.post(CHURN, body, "Accept-Language", "fr").json().get("results");

        assertThat(results).hasSize(3);
        assertThat(words(results.at("/0/explanation")).get("Num_Sites")).contains("le risque augmente de");
        assertThat(results.get(1).propertyNames()).containsExactly("problem");
        assertThat(results.get(2)).isEqualTo(results.get(0));
    }

    @Test
    void givenAModelOfAnything_whenExplained_thenByNamesWithUnitsOfItsCard() {
        String record = "{\"record\":{\"rooms\":5,\"colour\":\"red\",\"district\":1020},\"explain\":true}";

        assertThat(words(explanation(prices, record, "en")))
                .containsExactly(
                        Map.entry("rooms", "rooms 5 m² (average 3.5) raises price by 15"),
                        Map.entry("colour", "colour red (usually blue) raises price by 5"),
                        Map.entry("district", "district 1020 (usually 1010) lowers price by 1,234.5"));
        assertThat(words(explanation(prices, record, "fr")))
                .containsEntry("rooms", "rooms 5 m² (moyenne 3,5) : price augmente de 15")
                .containsEntry("colour", "colour red (le plus souvent blue) : price augmente de 5");
    }

    @Test
    void givenAMissingValueAndOthersThatDoNothing_whenExplained_thenThatItIsMissingAndNothingOfTheOthers() {
        assertThat(words(explanation(
                        prices, "{\"record\":{\"colour\":\"green\",\"district\":\"1010\"},\"explain\":true}", "en")))
                .containsExactly(Map.entry("rooms", "rooms missing (average 3.5) lowers price by 15"));
    }
}
