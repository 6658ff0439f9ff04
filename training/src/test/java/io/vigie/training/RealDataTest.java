package io.vigie.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is known of two public files; one repeat each, with the whole grids. */
@EnabledIfSystemProperty(named = "vigie.data", matches = ".+")
@EnabledForJreRange(max = JRE.JAVA_21)
class RealDataTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void givenTheChurnFile_whenTrained_thenLogisticRegressionIsAboutNinetyAndTreesAreBelow() throws IOException {
        JsonNode report = trained("churn/customer_churn.csv", "--repeats", "1");

        double logistic = auc(report, "logistic-regression");
        assertThat(logistic).isBetween(0.88, 0.93);
        assertThat(mean(report, "logistic-regression", "accuracy")).isBetween(0.88, 0.91);
        assertThat(mean(report, "logistic-regression", "f1")).isBetween(0.55, 0.67);
        assertThat(auc(report, "decision-tree")).isLessThan(logistic);
        assertThat(auc(report, "random-forest")).isLessThan(logistic);
        assertThat(auc(report, "gradient-boosted-trees")).isLessThan(logistic);
        assertThat(report.path("champion").asString()).isEqualTo("logistic-regression");
        assertThat(report.path("warnings"))
                .extracting(warning -> warning.path("kind").asString())
                .containsExactly("sorted-by-class");
        assertThat(report.path("candidates")).allSatisfy(candidate -> assertThat(
                        candidate.at("/document/scoring/usable").asBoolean())
                .isTrue());
    }

    @Test
    void givenThePaymentsFile_whenTrained_thenBoostedTreesAreAboveNinetyEight() throws IOException {
        JsonNode report = trained(
                "fraud/paysim_sample.csv", "--target", "isFraud", "--name", "fraud", "--folds", "3", "--repeats", "1");

        assertThat(auc(report, "gradient-boosted-trees")).isGreaterThan(0.98);
        // Without a penalty, and with the kind of payment among the columns; a penalty of 0.1 takes it down to about
        // 0.92.
        assertThat(auc(report, "logistic-regression")).isBetween(0.97, 0.995);
    }

    private JsonNode trained(String file, String... more) throws IOException {
        Path out = folder.resolve("out");
        Object[] arguments = new Object[more.length + 4];
        arguments[0] = "--data";
        arguments[1] = Path.of(System.getProperty("vigie.data"), file);
        arguments[2] = "--out";
        arguments[3] = out;
        System.arraycopy(more, 0, arguments, 4, more.length);
        Run run = Run.of(arguments);
        assertThat(run.exit()).as(run.err()).isZero();
        return JsonMapper.shared().readTree(Files.readString(out.resolve("report.json")));
    }

    private static double auc(JsonNode report, String key) {
        return mean(report, key, "auc");
    }

    private static double mean(JsonNode report, String key, String measure) {
        return report.path("candidates")
                .valueStream()
                .filter(candidate -> candidate.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow()
                .at("/measures/" + measure + "/mean")
                .asDouble();
    }
}
