package io.vigie.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.vigie.acceptance.system.Answer;
import io.vigie.acceptance.system.Api;
import io.vigie.acceptance.system.Patience;
import io.vigie.acceptance.system.RunningVigie;
import io.vigie.acceptance.system.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Models by others with answers by others, uploaded and then asked for evaluations: the same within their tolerance. */
@EnabledIfSystemProperty(named = "vigie.data", matches = ".+")
class ConformanceIT {

    private static final String ENGINE = "jpmml_evaluator_1.7.7";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path data;

    @Test
    void givenModelsOfOthers_whenUploadedAndAsked_thenTheirAnswersOrRefusedForTheirReason() throws Exception {
        Path folder = Path.of(System.getProperty("vigie.data"), "pmml-conformance");
        List<NamedCsvRecord> cases;
        try (CsvReader<NamedCsvRecord> manifest =
                CsvReader.builder().ofNamedCsvRecord(folder.resolve("manifest.csv"))) {
            cases = manifest.stream().toList();
        }
        assertThat(cases).isNotEmpty();
        try (RunningVigie vigie = RunningVigie.start(data, Map.of())) {
            Session scientist = Session.signIn(
                            vigie.api(),
                            vigie.credentials().account(),
                            vigie.credentials().password())
                    .person("scientist", List.of("data-scientist"), "");
            for (NamedCsvRecord one : cases) {
                tried(scientist, vigie.api(), one, folder.resolve(one.getField("case")));
            }
        }
    }

    private static void tried(Session scientist, Api api, NamedCsvRecord manifest, Path own) throws Exception {
        String versions = "/api/models/conformance-" + Integer.toString(Math.abs(own.hashCode()), 36) + "/versions";
        Answer uploaded = definite(scientist, api, versions, own.resolve("model.pmml"), "application/xml");
        String verdict = manifest.getField(ENGINE);
        if (verdict.startsWith("unsupported")) {
            assertThat(uploaded.status()).as(own + uploaded.text()).isEqualTo(422);
            assertThat(uploaded.body().path("element").asString())
                    .isEqualTo(verdict.replaceAll(".*Element (\\w+) .*", "$1"));
            return;
        }
        assertThat(uploaded.status()).as(own + uploaded.text()).isEqualTo(201);
        Patience.await("the version can be asked", PATIENCE, () -> scientist
                .get(versions + "/1")
                .succeeded());
        Answer answer = definite(scientist, api, versions + "/1/evaluations", own.resolve("input.csv"), "text/csv");
        assertThat(answer.status()).as(own + answer.text()).isEqualTo(200);
        compare(manifest, own, answer.text());
    }

    /** Asks again when others are before it. */
    private static Answer definite(Session scientist, Api api, String path, Path file, String type) throws Exception {
        Map<String, String> headers = Map.of(
                "Content-Type", type, "Idempotency-Key", UUID.randomUUID().toString());
        String body = Files.readString(file);
        Answer[] last = new Answer[1];
        Patience.await("an answer", PATIENCE, () -> {
            last[0] = scientist.send(api.origin(), "POST", path, body, headers);
            return last[0].status() < 500 && last[0].status() != 429;
        });
        return last[0];
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
