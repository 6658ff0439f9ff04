package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.vigie.contracts.model.ModelArtefact;
import io.vigie.query.testing.Http;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.ModelLives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import io.vigie.query.testing.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Models by others with answers by others through the address of evaluations: the same within their tolerance. */
@EnabledIfSystemProperty(named = "vigie.data", matches = ".+")
class ConformanceIT extends RunningService {

    private static final String ENGINE = "jpmml_evaluator_1.7.7";

    private final Path folder = Path.of(System.getProperty("vigie.data", "."), "pmml-conformance");

    @Test
    void givenModelsOfOthers_whenTheirFilesAreEvaluated_thenTheirAnswersOrRefusedForTheirReason() throws IOException {
        List<NamedCsvRecord> cases;
        try (CsvReader<NamedCsvRecord> manifest =
                CsvReader.builder().ofNamedCsvRecord(folder.resolve("manifest.csv"))) {
            cases = manifest.stream().toList();
        }
        assertThat(cases).isNotEmpty();
        for (NamedCsvRecord one : cases) {
            tried(one);
        }
    }

    private void tried(NamedCsvRecord manifest) throws IOException {
        Path own = folder.resolve(manifest.getField("case"));
        String name = ModelLives.name();
        ModelArtefact model =
                ModelLives.artefact(name, 1, Files.readAllBytes(own.resolve("model.pmml")), Map.of(), Map.of());
        publisher.send(Publisher.event(ModelLives.uploaded(model, null), 1, Lives.NOON), ModelLives.handedOut(model));
        http.until("/api/models/" + name, json -> true);
        Http.Answer answer = http.as(Tokens.of("data-scientist"))
                .post(
                        "/api/models/" + name + "/versions/1/evaluations",
                        "text/csv",
                        Files.readAllBytes(own.resolve("input.csv")));
        String verdict = manifest.getField(ENGINE);
        if (verdict.startsWith("unsupported")) {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().get("element").asString())
                    .isEqualTo(verdict.replaceAll(".*Element (\\w+) .*", "$1"));
            return;
        }
        assertThat(answer.status()).as(own + answer.response().body()).isEqualTo(200);
        compare(manifest, own, answer.response().body());
    }

    private static void compare(NamedCsvRecord manifest, Path own, String body) throws IOException {
        double tolerance = Double.parseDouble(manifest.getField("tolerance"));
        Map<String, String> renamed = renamed(own.resolve("rename"));
        List<NamedCsvRecord> actual =
                CsvReader.builder().ofNamedCsvRecord(body).stream().toList();
        int compared = 0;
        try (CsvReader<NamedCsvRecord> expected = CsvReader.builder().ofNamedCsvRecord(own.resolve("expected.csv"))) {
            int index = 0;
            for (NamedCsvRecord row : expected) {
                NamedCsvRecord given = actual.get(index++);
                for (Map.Entry<String, String> cell : row.getFieldsAsMap().entrySet()) {
                    String output = renamed.getOrDefault(cell.getKey(), cell.getKey());
                    if (!output.equals("-")) {
                        compared++;
                        String told = given.findField(output + " (model)").orElseGet(() -> given.getField(output));
                        same(told, cell.getValue(), tolerance, own.getFileName() + " row " + index + ", " + output);
                    }
                }
            }
            assertThat(actual).hasSize(index);
        }
        assertThat(compared).isGreaterThanOrEqualTo(actual.size()).isPositive();
    }

    private static void same(String actual, String expected, double tolerance, String where) {
        if (!actual.equals(expected)) {
            double number = Double.parseDouble(expected);
            assertThat(Math.abs(Double.parseDouble(actual) - number))
                    .as(where)
                    .isLessThanOrEqualTo(tolerance * Math.max(1, Math.abs(number)));
        }
    }

    /** Lines of {@code expected column => output field}; {@code -} for a column that isn't an output of the model. */
    private static Map<String, String> renamed(Path file) throws IOException {
        Map<String, String> renamed = new HashMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] sides = line.split(" => ", -1);
                if (sides.length == 2) {
                    renamed.put(sides[0].trim(), sides[1].trim());
                }
            }
        }
        return renamed;
    }
}
