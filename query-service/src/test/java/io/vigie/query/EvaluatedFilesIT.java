package io.vigie.query;

import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.vigie.query.testing.Http;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What versions say of files of records. */
@SuppressWarnings("NullAway.Init")
class EvaluatedFilesIT extends EvaluableModels {

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
}
