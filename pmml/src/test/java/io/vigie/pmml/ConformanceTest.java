package io.vigie.pmml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Models by others with answers by others: the same within the tolerance of the manifest, or refused for its reason. */
@EnabledIfSystemProperty(named = "vigie.data", matches = ".+")
class ConformanceTest {

    private static final String ENGINE = "jpmml_evaluator_1.7.7";

    private final Path folder = Path.of(System.getProperty("vigie.data"), "pmml-conformance");

    @TestFactory
    Stream<DynamicTest> givenModelOfOthers_whenUploaded_thenTheirAnswersOrRefusedForTheirReason() throws IOException {
        List<NamedCsvRecord> cases = csv(folder.resolve("manifest.csv"));
        try (Stream<Path> found = Files.list(folder)) {
            assertThat(found.filter(Files::isDirectory)
                            .map(path -> path.getFileName().toString()))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(
                            cases.stream().map(row -> row.getField("case")).toList());
        }
        return cases.stream().map(row -> DynamicTest.dynamicTest(row.getField("case"), () -> tried(row)));
    }

    private void tried(NamedCsvRecord manifest) throws IOException {
        Path own = folder.resolve(manifest.getField("case"));
        byte[] document = Files.readAllBytes(own.resolve("model.pmml"));
        String verdict = manifest.getField(ENGINE);
        if (verdict.startsWith("unsupported")) {
            String element = verdict.replaceAll(".*Element (\\w+) .*", "$1");
            assertThatThrownBy(() -> Uploads.accept(document, UploadRules.any()))
                    .isInstanceOfSatisfying(ModelRefused.class, refused -> {
                        assertThat(refused.element()).isEqualTo(element);
                        assertThat(refused.reason()).contains("not supported");
                        assertThat(refused.remedy()).isNotBlank();
                    });
            return;
        }
        AnyModel model = Uploads.accept(document, UploadRules.any());
        Map<String, String> renamed = renamed(own.resolve("rename"));
        List<NamedCsvRecord> inputs = csv(own.resolve("input.csv"));
        List<NamedCsvRecord> expected = csv(own.resolve("expected.csv"));
        assertThat(inputs).hasSameSizeAs(expected).hasSize(Integer.parseInt(manifest.getField("rows")));
        double tolerance = Double.parseDouble(manifest.getField("tolerance"));
        int compared = 0;
        for (int index = 0; index < inputs.size(); index++) {
            Answer answer = model.evaluate(inputs.get(index).getFieldsAsMap());
            assertThat(answer).as("row %d", index + 1).isInstanceOf(Answer.Given.class);
            Map<String, Object> outputs = ((Answer.Given) answer).outputs();
            for (Map.Entry<String, String> cell :
                    expected.get(index).getFieldsAsMap().entrySet()) {
                String output = renamed.getOrDefault(cell.getKey(), cell.getKey());
                if (!output.equals("-")) {
                    compared++;
                    same(outputs.get(output), cell.getValue(), tolerance, "row %d, %s".formatted(index + 1, output));
                }
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(inputs.size());
    }

    private static void same(@Nullable Object actual, String expected, double tolerance, String where) {
        if (String.valueOf(actual).equals(expected)) {
            return;
        }
        double number = Double.parseDouble(expected);
        assertThat(actual).as(where).isInstanceOfSatisfying(Number.class, given -> assertThat(
                        Math.abs(given.doubleValue() - number))
                .isLessThanOrEqualTo(tolerance * Math.max(1, Math.abs(number))));
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

    private static List<NamedCsvRecord> csv(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }
}
