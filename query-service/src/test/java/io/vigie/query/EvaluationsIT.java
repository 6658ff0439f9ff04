package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.query.testing.Http;
import io.vigie.query.testing.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What versions say of records that somebody brings as JSON. */
@SuppressWarnings("NullAway.Init")
class EvaluationsIT extends EvaluableModels {

    @Test
    void givenOneRecord_whenEvaluated_thenTheModelsOutputs() {
        JsonNode answer = scientist.post(path, "{\"record\":" + RECORD + "}").json();

        assertThat(answer.at("/outputs/probability").asDouble()).isEqualTo(expected());
        assertThat(answer.propertyNames()).containsExactly("outputs");
    }

    @Test
    void givenOneRecordWithoutAnAnswer_whenEvaluated_then422ThatNamesTheFieldAndNotTheValue() {
        Http.Answer answer = scientist.post(path, "{\"record\":" + RECORD.replace("7.22", "zebra") + "}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("detail").asString()).contains("Years");
        assertThat(answer.response().body()).doesNotContain("zebra");
    }

    @Test
    void givenManyRecords_whenSomeCantBeAnswered_thenTheOthersAreInOrder() {
        String deep = "{\"a\":".repeat(9) + "1" + "}".repeat(9);
        String body = "{\"records\":[" + RECORD + ",{}," + RECORD.replace("42", "1e1000000000") + ","
                + RECORD.replace("42", deep) + "," + RECORD.replace("42", "null") + "," + RECORD.replace("42", "\"x\"")
                + "," + RECORD.replace("}", ",\"surplus\":[1,{}]}") + "]}";

        JsonNode results = scientist.post(path, body).json().get("results");

        assertThat(results).hasSize(7);
        for (int index = 0; index < 7; index++) {
            boolean good = index == 0 || index == 6;
            assertThat(results.get(index).has("outputs")).as("%d", index).isEqualTo(good);
            assertThat(results.get(index).has("problem")).as("%d", index).isEqualTo(!good);
        }
        assertThat(results.get(6)).isEqualTo(results.get(0));
    }

    @Test
    void givenTenThousandRecords_whenEvaluated_thenAllAreAnsweredAndOneMoreIs413() {
        String many = ("," + RECORD).repeat(9_999);

        assertThat(scientist
                        .post(path, "{\"records\":[" + RECORD + many + "]}")
                        .json()
                        .get("results"))
                .hasSize(10_000);
        Http.Answer tooMany = scientist.post(path, "{\"records\":[" + RECORD + many + "," + RECORD + "]}");
        assertThat(tooMany.status()).isEqualTo(413);
        assertThat(tooMany.json().get("detail").asString()).contains("10000", "CSV");
        assertThat(scientist
                        .post(path, "{\"records\":[{\"x\":\"" + "a".repeat(17_000_000) + "\"}]}")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void givenExplain_whenEvaluated_thenSharesAddUpAndAreThoseOfTheModel() {
        JsonNode one = scientist
                .post(path, "{\"record\":" + RECORD + ",\"explain\":true}")
                .json()
                .get("explanation");

        assertThat(one.get("output").asString()).isEqualTo("probability");
        assertThat(one.get("exact").asBoolean()).isTrue();
        double sum = one.get("base").asDouble();
        for (var share : one.get("shares").properties()) {
            sum += share.getValue().asDouble();
        }
        assertThat(sum).isCloseTo(one.get("value").asDouble(), within(1e-9));
        assertThat(one.get("value").asDouble()).isCloseTo(expected(), within(1e-12));
        JsonNode many = scientist
                .post(path, "{\"explain\":true,\"records\":[" + RECORD + ",{}]}")
                .json()
                .get("results");
        assertThat(many.get(0).get("explanation").get("shares")).isEqualTo(one.get("shares"));
        assertThat(many.get(1).has("explanation")).isFalse();
    }

    @Test
    void givenABackground_whenExplained_thenTheBaseIsItsAverageAndSharesAddUp() {
        String young = RECORD.replace("42", "25");
        String old = RECORD.replace("42", "60");
        double average = (probability(young) + probability(old)) / 2;

        JsonNode explained = scientist
                .post(path, "{\"record\":" + RECORD + ",\"explain\":true,\"background\":[" + young + "," + old + "]}")
                .json()
                .get("explanation");

        assertThat(explained.get("base").asDouble()).isCloseTo(average, within(1e-12));
        assertThat(explained.get("shares").get("Age").asDouble())
                .isCloseTo(explained.get("value").asDouble() - average, within(1e-9));
        assertThat(explained.get("shares").get("Num_Sites").asDouble()).isCloseTo(0, within(1e-12));
    }

    private double probability(String record) {
        return scientist
                .post(path, "{\"record\":" + record + "}")
                .json()
                .at("/outputs/probability")
                .asDouble();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    "background":[@one]                            | 422
                    "explain":true,"background":[]                 | 422
                    "explain":true,"background":@one               | 400
                    "explain":true,"background":[7]                | 400
                    "explain":true,"background":[{"Age":"x"}]      | 200
                    "explain":true,"background":[@many]            | 413
                    """)
    void givenABackgroundThatIsNone_whenExplained_thenWhy(String rest, int status) {
        String many = RECORD + ("," + RECORD).repeat(100);

        assertThat(scientist
                        .post(
                                path,
                                "{\"record\":" + RECORD + ","
                                        + rest.replace("@one", RECORD).replace("@many", many) + "}")
                        .status())
                .isEqualTo(status);
    }

    @Test
    void givenElevenRecordsAndABackground_whenExplained_then413() {
        String body = "{\"explain\":true,\"background\":[" + RECORD + "],\"records\":[" + RECORD
                + ("," + RECORD).repeat(10) + "]}";

        assertThat(scientist.post(path, body).status()).isEqualTo(413);
    }

    @Test
    void givenTooManyToExplainOrNothingToStartFrom_whenAsked_then413And422() {
        assertThat(scientist
                        .post(path, "{\"explain\":true,\"records\":[" + RECORD + ("," + RECORD).repeat(100) + "]}")
                        .status())
                .isEqualTo(413);
        Http.Answer answer = scientist.post(
                "/api/models/" + tree + "/versions/1/evaluations",
                "{\"record\":{\"colour\":\"red\"},\"explain\":true}");
        assertThat(answer.status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{\"record\":{}",
                "{\"record\":{}} x",
                "{\"record\":{\"Age\":1,\"Age\":2}}",
                "{\"record\":{\"Age\":NaN}}",
                "{\"record\":{\"Age\":Infinity}}",
                "{\"record\":[]}",
                "{\"record\":null}",
                "{\"records\":{}}",
                "{\"records\":[1]}",
                "{\"record\":{},\"explain\":1}",
                "{\"record\":{},\"surplus\":1}",
                "{\"record\":{\"Age\":\"a\\u0000\"}}",
                "{\"record\":{\"Age\":\"\\ud800\"}}"
            })
    void givenWhatIsNoQuestion_whenAsked_then400(String body) {
        Http.Answer answer = scientist.post(path, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void givenAbsurdBodies_whenAsked_thenTheyAreRefusedAtOnce() {
        assertThat(scientist
                        .post(path, "{\"record\":" + "[".repeat(100_000) + "}")
                        .status())
                .isEqualTo(400);
        assertThat(scientist
                        .post(path, "{\"record\":{\"Age\":" + "9".repeat(10_000) + "}}")
                        .status())
                .isEqualTo(400);
        assertThat(scientist
                        .post(path, "application/json", new byte[] {'{', (byte) 0xff, '}'})
                        .status())
                .isEqualTo(400);
        assertThat(scientist.post(path, "{}").status()).isEqualTo(422);
        assertThat(scientist.post(path, "{\"record\":{},\"records\":[]}").status())
                .isEqualTo(422);
        assertThat(scientist.post(path, "application/json", new byte[0]).status())
                .isEqualTo(400);
        for (String type : List.of("application/xml", "text/plain", "text/csv;charset=utf-16", "*/*")) {
            assertThat(scientist.post(path, type, new byte[] {'x'}).status())
                    .as(type)
                    .isEqualTo(415);
        }
        assertThat(scientist.post(path.replace("/1/", "/2/"), "{\"record\":{}}").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"account-manager,403", "agency-manager,200", "data-scientist,200", "auditor,200", "operator,403"})
    void givenEachRole_whenEvaluating_thenAsTheTableSays(String role, int status) {
        assertThat(http.as(Tokens.of(role))
                        .post(path, "{\"record\":" + RECORD + "}")
                        .status())
                .isEqualTo(status);
    }
}
