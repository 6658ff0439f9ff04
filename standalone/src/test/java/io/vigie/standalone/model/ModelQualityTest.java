package io.vigie.standalone.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.standalone.AnsweringSystem;
import io.vigie.standalone.AnsweringSystem.Run;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What became of scores, as it is told to people. */
class ModelQualityTest {

    private static final String REQUEST = "GET /api/models/churn/versions/1/quality?months=12&window=12";

    private static final String COHORT = """
            {"scores":1234,"left":200,"flagged":300,"clientsLeft":150,"clientsStayed":800,"why":null,
            "measures":{"auc":{"value":0.89123,"low":0.87,"high":0.91},
            "predicted":0.153,"observed":{"value":0.162,"low":0.14,"high":0.187},"brier":0.1234,"logLoss":0.4,
            "precision":{"value":0.5,"low":0.4444,"high":0.5556},"recall":0.75}}""";

    private static final String NOTHING = """
            {"scores":0,"left":0,"flagged":0,"clientsLeft":0,"clientsStayed":0,"why":"Not enough evidence: none yet.",
            "measures":null}""";

    private static final String CALIBRATION = """
            {"predicted":0.2,"observed":{"value":0.25,"low":0.2,"high":0.3},"difference":0.05,"tenths":[
            {"from":0.5,"to":0.6,"scores":70,"predicted":0.55,"observed":{"value":0.4,"low":0.3,"high":0.5}}]}""";

    private static final String QUALITY = """
            {"modelName":"churn","version":1,"asOf":"2026-11-29T00:00:00Z","horizonDays":365,"months":12,"window":12,
            "matured":%1$s,"calibration":%2$s,"rolling":[{"from":"2024-12","month":"2025-11","cohort":%1$s}],
            "soFar":{"open":50,"nextMaturesAt":"2027-03-01T12:00:00Z",
            "flagged":{"scores":20,"left":5,"shareAtLeast":0.25,"daysObserved":99.6},
            "others":{"scores":30,"left":0,"shareAtLeast":0.0,"daysObserved":120.0}}}""";

    @TempDir
    Path folder = Path.of("");

    private AnsweringSystem system;

    @BeforeEach
    void begin() throws IOException {
        system = new AnsweringSystem(folder);
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void givenOutcomes_whenShown_thenFiguresWithIntervalsCalibrationAndMonths() {
        system.answers(REQUEST, 200, QUALITY.formatted(COHORT, CALIBRATION));

        Run run = system.run("model", "quality", "churn/1");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("churn/1: 1,234 scores of the last 12 months are older than 365 days; 200 of them")
                .containsPattern("auc +0.891 +0.870–0.910")
                .containsPattern("precision, % of the flagged +50.0 +44.4–55.6")
                .containsPattern("recall, % of those that left +75.0 +-")
                .containsPattern("flagged +20 +5 +25.0 +100")
                .contains("The next score has its outcome on 2027-03-01.")
                .containsPattern("0.5–0.6 +70 +55.0 +40.0 +30.0–50.0 +#{8}\\.{3}\\|\\.{9}")
                .containsPattern("2024-12 +2025-11 +1234 +200 +300 +0.891 +0.870–0.910 +15.3 +16.2 +14.0–18.7 +50.0");
        assertThat(system.run("model", "quality", "churn/1", "-o", "csv").out().lines())
                .hasSize(2);
        assertThat(JsonMapper.shared()
                        .readTree(system.run("model", "quality", "churn/1", "-o", "json")
                                .out())
                        .at("/matured/measures/brier")
                        .asDouble())
                .isEqualTo(0.1234);
    }

    @Test
    void givenNoOutcomesYet_whenShown_thenWhyAndWhenTheFirstComes() {
        system.answers(REQUEST, 200, QUALITY.formatted(NOTHING, "null"));

        Run run = system.run("model", "quality", "churn/1");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("Not enough evidence: none yet.", "The first score has its outcome on 2027-03-01.")
                .doesNotContain("auc  0", "# left", "2025-11");
        assertThat(system.run("model", "quality", "churn/1", "-o", "csv").out().lines())
                .hasSize(2);
    }
}
