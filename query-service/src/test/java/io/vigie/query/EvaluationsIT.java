package io.vigie.query;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.vigie.contracts.model.ModelArtefact;
import io.vigie.query.testing.Http;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.ModelLives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import io.vigie.query.testing.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What versions say of records that somebody brings. */
@SuppressWarnings("NullAway.Init")
class EvaluationsIT extends RunningService {

    private static final String RECORD =
            "{\"Age\":42,\"Total_Purchase\":11066.8,\"Account_Manager\":1,\"Years\":\"7.22\",\"Num_Sites\":11}";
    private static final String HEADER = "Age,Total_Purchase,Account_Manager,Years,Num_Sites";
    private static final String ROW = "42,11066.8,1,7.22,11";

    /** Says the text that it is given, of one field. */
    private static final String TREE = """
            <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/><DataDictionary>
            <DataField name="colour" optype="categorical" dataType="string"/>
            <DataField name="flag" optype="categorical" dataType="boolean"/>
            <DataField name="said" optype="categorical" dataType="string"/></DataDictionary>
            <TreeModel functionName="classification"><MiningSchema><MiningField name="colour"/>
            <MiningField name="flag"/><MiningField name="said" usageType="target"/></MiningSchema>
            <Node score="@none"><True/>
            <Node score="=red"><SimplePredicate field="colour" operator="equal" value="red"/></Node>
            <Node score="flagged"><SimplePredicate field="flag" operator="equal" value="true"/></Node>
            </Node></TreeModel></PMML>""";

    private final String name = ModelLives.name();
    private final String path = "/api/models/" + name + "/versions/1/evaluations";
    private final String tree = ModelLives.name();
    private Http scientist;

    @BeforeAll
    void life() {
        connect();
        scientist = http.as(Tokens.of("data-scientist"));
        ModelArtefact first = ModelLives.artefact(name, 1, ModelLives.churn());
        ModelArtefact other = ModelLives.artefact(tree, 1, TREE.getBytes(UTF_8), Map.of(), Map.of());
        publisher.send(Publisher.event(ModelLives.uploaded(first, null), 1, Lives.NOON), ModelLives.handedOut(first));
        publisher.send(Publisher.event(ModelLives.uploaded(other, null), 1, Lives.NOON), ModelLives.handedOut(other));
        http.until("/api/models/" + tree, json -> true);
        http.until("/api/models/" + name, json -> true);
    }

    private Http.Answer csv(String model, String file) {
        return scientist.post("/api/models/" + model + "/versions/1/evaluations", "text/csv", file.getBytes(UTF_8));
    }

    private static double expected() {
        return ((io.vigie.pmml.Evaluation.Scored) ModelLives.CHURN.evaluate(Map.of(
                        "Age",
                        42.0,
                        "Total_Purchase",
                        11066.8,
                        "Account_Manager",
                        1.0,
                        "Years",
                        7.22,
                        "Num_Sites",
                        11.0)))
                .probability();
    }

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

    @Test
    void givenACsvFile_whenEvaluated_thenItComesBackWithOutputsAndProblems() {
        Http.Answer answer = csv(
                name,
                "\uFEFFid," + HEADER + ",problem\r\n\"a,\"\"1\"\"\"," + ROW + ",x\nb," + ROW.replace("42", "zebra")
                        + ",\n" + "c,42\n\nd," + ROW + ",,,\r\ne,,11066.8,1,7.22,11,=1+1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        List<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(answer.response().body())
                .stream()
                .toList();
        assertThat(answer.response().body())
                .startsWith("id," + HEADER + ",problem,Churn,probability,problem (model)\r\n");
        assertThat(rows).extracting(row -> row.getField("id")).containsExactly("a,\"1\"", "b", "c", "d", "e");
        assertThat(Double.parseDouble(rows.get(0).getField("probability"))).isEqualTo(expected());
        assertThat(rows.get(3).getField("probability")).isEqualTo(rows.get(0).getField("probability"));
        assertThat(rows.get(1).getField("problem (model)")).contains("Age").doesNotContain("zebra");
        assertThat(rows.get(2).getField("problem (model)")).contains("2 fields");
        assertThat(rows.get(4).getField("problem (model)")).isNotBlank();
        assertThat(rows.get(4).getField("problem")).isEqualTo("=1+1");
        assertThat(rows.get(1).getField("probability")).isEmpty();
    }

    @Test
    void givenTextsAndTruthValues_whenEvaluated_thenTheyAreTheSchemasTypesAndNoTextIsAFormula() {
        JsonNode results = scientist
                .post(
                        "/api/models/" + tree + "/versions/1/evaluations",
                        "{\"records\":[{\"colour\":\"red\",\"flag\":false},{\"colour\":\"blue\",\"flag\":true}]}")
                .json()
                .get("results");
        assertThat(results.at("/0/outputs/said").asString()).isEqualTo("=red");
        assertThat(results.at("/1/outputs/said").asString()).isEqualTo("flagged");

        String file = csv(tree, "colour,flag,said\nred,false,x\nblue,true,y\nblue,0,z\n")
                .response()
                .body();
        List<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(file).stream().toList();
        assertThat(rows).extracting(row -> row.getField("said (model)")).startsWith("'=red", "flagged");
        assertThat(rows).extracting(row -> row.getField("said")).containsExactly("x", "y", "z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "Age;Total_Purchase;Account_Manager;Years;Num_Sites\n42;1;1;7;11\n",
                "Age,Age\n1,2\n",
                "1,2,3\n",
                HEADER + "\n\"42,1,1,7,11\n"
            })
    void givenFilesThatCantBeRead_whenEvaluated_then422WithARemedy(String file) {
        Http.Answer answer = csv(name, file);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("detail").asString()).isNotBlank();
    }

    @Test
    void givenAnotherEncodingOrAnEndlessQuote_whenEvaluated_then422() {
        assertThat(scientist
                        .post(path, "text/csv", (HEADER + "\n" + ROW).getBytes(UTF_16))
                        .status())
                .isEqualTo(422);
        assertThat(scientist
                        .post(
                                path,
                                "text/csv",
                                (HEADER + "\nM\u00fcller").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))
                        .status())
                .isEqualTo(422);
        assertThat(csv(name, HEADER + "\n\"" + "42,1\n".repeat(1_000_000)).status())
                .isEqualTo(422);
    }

    @Test
    void givenManyRows_whenEvaluated_thenEachHasItsAnswer() {
        int rows = 200_000;
        String answer =
                csv(name, HEADER + "\n" + (ROW + "\n").repeat(rows)).response().body();

        assertThat(answer.lines().count()).isEqualTo(rows + 1L);
        assertThat(answer.lines().skip(1).distinct().count()).isEqualTo(1);
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
