package io.vigie.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.training.export.FitForScoring;
import io.vigie.training.report.CandidateReport.Exported;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class NextStepTest {

    private static final Path OUT = Path.of("churn-models");

    @Test
    void givenAUsableChampion_whenDone_thenTheCommandThatUploadsIt() {
        assertThat(NextStep.of("churn", document(true), OUT, null))
                .isEqualTo("To upload the champion:  ./vigie model upload churn churn-models/models/naive-bayes");
    }

    @Test
    void givenEventsOfAnotherSystemAndOddNames_whenDone_thenItIsNamedAndTheShellTakesThem() {
        assertThat(NextStep.of("churn", document(true), Path.of("/the models"), "it's"))
                .isEqualTo("To upload the champion:  ./vigie model upload churn '/the models/models/naive-bayes'"
                        + " --data 'it'\\''s'");
        assertThat(NextStep.of("churn", document(true), OUT, "data")).doesNotContain("--data");
    }

    @Test
    void givenAnotherModelThanChurn_whenDone_thenItCanBeUploadedForEvaluations() {
        assertThat(NextStep.of("fraud", document(false), OUT, null))
                .endsWith("./vigie model upload fraud churn-models/models/naive-bayes");
    }

    @Test
    void givenAChampionThatTheUploadRefuses_whenDone_thenWhyInItsPlace() {
        assertThat(NextStep.of("churn", document(false), OUT, null))
                .isEqualTo("The champion can't be uploaded as churn. Because.");
    }

    private static Exported document(boolean usable) {
        return new Exported(
                "models/naive-bayes/model.pmml",
                "00",
                List.of("Age"),
                0,
                new FitForScoring(usable, usable ? "" : "Because."));
    }
}
