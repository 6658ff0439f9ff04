package io.vigie.pmml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.vigie.pmml.check.Markup;
import io.vigie.pmml.compiled.CompiledModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Models by others that are translated into arrays: which ones, and that they say what others and the evaluator say. */
class CompiledConformanceTest {

    @Test
    @EnabledIfSystemProperty(named = "vigie.data", matches = ".+")
    void givenModelsOfOthers_whenTranslated_thenTheseAreAndSayWhatIsExpected() throws IOException {
        Path folder = Path.of(System.getProperty("vigie.data"), "pmml-conformance");
        List<String> taken = new ArrayList<>();
        for (NamedCsvRecord manifest : csv(folder.resolve("manifest.csv"))) {
            String name = manifest.getField("case");
            byte[] document = Files.readAllBytes(folder.resolve(name).resolve("model.pmml"));
            if (manifest.getField("jpmml_evaluator_1.7.7").startsWith("unsupported")) {
                continue;
            }
            for (Translated translated : translated(document)) {
                taken.add(name + ": " + translated.output());
                same(translated, document, folder.resolve(name), Double.parseDouble(manifest.getField("tolerance")));
            }
        }
        assertThat(taken)
                .containsExactlyInAnyOrder(
                        "bsd_rattle_RandomForestOzone: Predicted_O3", "bsd_rattle_RegressionOzone: Predicted_O3");
    }

    @Test
    void givenTheDocumentsOfTheTests_whenTranslated_thenTheseAre() throws IOException {
        List<String> taken = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/models"))) {
            for (Path file : files.sorted().toList()) {
                if (!translated(Files.readAllBytes(file)).isEmpty()) {
                    taken.add(file.getFileName().toString());
                }
            }
        }
        assertThat(taken)
                .containsExactly("boosting-4.4.pmml", "forest-average-4.2.pmml", "forest-majority-vote-4.3.pmml");
    }

    /** A number that the document answers with, and its translation. */
    private record Translated(String output, List<String> inputs, CompiledModel model) {}

    /** Of each declared number or probability, else of the prediction or the first category. */
    private static List<Translated> translated(byte[] document) {
        Markup root = new ModelCheck().document(document).root();
        List<String> inputs = List.copyOf(new ModelCheck().document(document).inputs());
        Markup model = root.children().get(root.children().size() - 1);
        boolean classes = model.attribute("functionName").equals("classification");
        List<Translated> all = new ArrayList<>();
        List<Markup> outputs = model.children("Output")
                .flatMap(output -> output.children("OutputField"))
                .filter(output -> !classes || output.attribute("feature").equals("probability"))
                .toList();
        for (Markup output : outputs) {
            Optional<CompiledModel> compiled =
                    CompiledModel.of(root, inputs, classes ? output.attribute("value") : null);
            compiled.ifPresent(found -> all.add(new Translated(output.attribute("name"), inputs, found)));
        }
        if (outputs.isEmpty()) {
            CompiledModel.of(root, inputs, classes ? "1" : null)
                    .ifPresent(found -> all.add(new Translated("", inputs, found)));
        }
        return all;
    }

    private static void same(Translated translated, byte[] document, Path folder, double tolerance) throws IOException {
        AnyModel evaluator = Uploads.accept(document, UploadRules.any());
        List<NamedCsvRecord> records = csv(folder.resolve("input.csv"));
        List<NamedCsvRecord> expected = csv(folder.resolve("expected.csv"));
        for (int row = 0; row < records.size(); row++) {
            Map<String, String> record = records.get(row).getFieldsAsMap();
            double[] values = translated.inputs().stream()
                    .mapToDouble(input -> Double.parseDouble(record.get(input)))
                    .toArray();
            double number = translated.model().of(values);
            double others = Double.parseDouble(expected.get(row).getField(0));
            Answer answer = evaluator.evaluate(record);
            assertThat(((Answer.Given) answer).outputs().get(translated.output()))
                    .isInstanceOfSatisfying(Double.class, said -> assertThat(number)
                            .isCloseTo(said, within(1e-12 * Math.max(1, Math.abs(said)))));
            assertThat(number).isCloseTo(others, within(tolerance * Math.max(1, Math.abs(others))));
        }
        assertThat(records).isNotEmpty();
    }

    private static List<NamedCsvRecord> csv(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }
}
