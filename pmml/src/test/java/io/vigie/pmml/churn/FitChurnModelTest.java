package io.vigie.pmml.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.pmml.Model;
import io.vigie.pmml.Models;
import io.vigie.pmml.Range;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class FitChurnModelTest {

    @Test
    void givenGeneratedData_whenFitted_thenTheKnownCoefficientsAreFound() {
        LogisticRegression truth = new LogisticRegression(-1, new double[] {0.8, -0.5});
        Sample sample = generated(truth, 40_000);

        LogisticRegression found = LogisticRegression.fit(sample);

        assertThat(found.intercept()).isCloseTo(-1, within(0.05));
        assertThat(found.coefficients()).containsExactly(new double[] {0.8, -0.5}, within(0.05));
    }

    @Test
    void givenSameData_whenFittedTwice_thenEveryBitIsTheSame() {
        Sample sample = generated(new LogisticRegression(0, new double[] {1, 2}), 500);

        assertThat(LogisticRegression.fit(sample).coefficients())
                .isEqualTo(LogisticRegression.fit(sample).coefficients());
    }

    @Test
    void givenAllocatedProbabilities_whenAuc_thenRankBasedWithTiesHalf() {
        assertThat(Quality.auc(new double[] {0.1, 0.4, 0.35, 0.8}, new int[] {0, 0, 1, 1}))
                .isEqualTo(0.75);
        assertThat(Quality.auc(new double[] {0.5, 0.5, 0.5, 0.5}, new int[] {0, 1, 0, 1}))
                .isEqualTo(0.5);
        assertThat(Quality.auc(new double[] {0.2, 0.9}, new int[] {0, 1})).isEqualTo(1);
    }

    @Test
    void givenGeneratedData_whenCrossValidated_thenAucIsThatOfTheTruthAndNotOptimistic() {
        LogisticRegression truth = new LogisticRegression(-1, new double[] {1.5, -1});
        Sample sample = generated(truth, 4_000);

        List<Quality> folds = new CrossValidation(5, 2, 42).run(sample);

        double best = Quality.auc(truth.probabilities(sample), sample.y());
        assertThat(folds).hasSize(10);
        assertThat(CrossValidation.mean(folds, Quality::auc)).isCloseTo(best, within(0.005));
    }

    @Test
    void givenLabelsByLot_whenCrossValidated_thenAucIsOneHalf() {
        Random random = new Random(7);
        Sample known = generated(new LogisticRegression(0, new double[] {0, 0}), 3_000);
        Sample sample = new Sample(
                known.names(), known.x(), random.ints(known.size(), 0, 2).toArray());

        assertThat(CrossValidation.mean(new CrossValidation(5, 2, 42).run(sample), Quality::auc))
                .isCloseTo(0.5, within(0.03));
    }

    @Test
    @EnabledIfSystemProperty(named = "vigie.data", matches = ".+")
    void givenTheRealData_whenFittedAgain_thenTheCommittedModelAndItsCardComeOut(@TempDir Path folder)
            throws Exception {
        Path csv = Path.of(System.getProperty("vigie.data"), "churn", "customer_churn.csv");

        FitChurnModel.main(new String[] {csv.toString(), folder.toString()});

        assertThat(folder.resolve("model.pmml")).hasSameTextualContentAs(committed("model.pmml"));
        assertThat(folder.resolve("reference.json")).hasSameTextualContentAs(committed("reference.json"));
        assertThat(folder.resolve("distributions.json")).hasSameTextualContentAs(committed("distributions.json"));
        Files.readAllLines(folder.resolve("metrics.md")).stream()
                .filter(line -> line.startsWith("| ") && line.contains("0."))
                .forEach(
                        line -> assertThat(committed("MODEL-CARD.md")).content().contains(line));
        Sample sample = Sample.churn(csv);
        double auc = CrossValidation.mean(FitChurnModel.VALIDATION.run(sample), Quality::auc);
        assertThat(auc).isBetween(0.89, 0.93);
    }

    @Test
    @EnabledIfSystemProperty(named = "vigie.data", matches = ".+")
    void givenTheRealData_whenComparedWithTheVerificationRows_thenNoClientIsAmongThem() throws Exception {
        Sample sample = Sample.churn(Path.of(System.getProperty("vigie.data"), "churn", "customer_churn.csv"));
        String document = Files.readString(committed("model.pmml"));

        for (double purchase : sample.column(1)) {
            assertThat(document).doesNotContain("<Total_Purchase>" + purchase + "<");
        }
        Model model = Models.committed("churn", 1);
        assertThat(model.inputs()).containsExactlyElementsOf(sample.names());
    }

    @Test
    void givenTheCommittedModel_whenItsVerificationRowsAreRead_thenAllAreWithinTheTrainingRanges() throws Exception {
        NodeList rows = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(committed("model.pmml").toFile())
                .getElementsByTagName("row");
        Map<String, Range> ranges = Models.committed("churn", 1).trainingRanges();

        assertThat(rows.getLength()).isEqualTo(24);
        for (int row = 0; row < rows.getLength(); row++) {
            Element cells = (Element) rows.item(row);
            ranges.forEach((name, range) -> assertThat(Double.parseDouble(
                            cells.getElementsByTagName(name).item(0).getTextContent()))
                    .as(name)
                    .isBetween(range.min(), range.max()));
        }
    }

    private static Path committed(String file) {
        return Path.of("src/main/resources/pmml/churn/1", file);
    }

    private static Sample generated(LogisticRegression truth, int size) {
        Random random = new Random(1);
        double[][] x = new double[size][2];
        int[] y = new int[size];
        for (int row = 0; row < size; row++) {
            x[row][0] = random.nextGaussian();
            x[row][1] = random.nextGaussian();
            y[row] = random.nextDouble() < truth.probability(x[row]) ? 1 : 0;
        }
        return new Sample(List.of("a", "b"), x, y);
    }
}
