package io.vigie.scoring.scoreclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.Outcome;
import io.vigie.pmml.Evaluation;
import io.vigie.pmml.Explanation;
import io.vigie.pmml.Model;
import io.vigie.pmml.Range;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When no score can be given, which is told and harms nothing that follows. */
class UnscorableClientTest {

    @TempDir
    Path folder;

    private ScoringDriver driver;

    @BeforeEach
    void start() {
        driver = new ScoringDriver(folder);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void givenAmountBeyondDouble_whenScored_thenUnscorableWithReasonAndTheNextEventIsFine() {
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.scores();

        ClientScore score = driver.scoreOf(Events.purchase("c-1", "1e1000"), 2);

        assertThat(score.outcome()).isEqualTo(Outcome.UNSCORABLE);
        assertThat(score.problem()).isEqualTo("Total_Purchase is not a finite number.");
        assertThat(score.probability()).isNull();
        assertThat(score.features()).doesNotContainKey("Total_Purchase").containsEntry("Age", 44.0);
        assertThat(driver.scoreOf(Events.purchase("c-1", "20"), 3).outcome()).isEqualTo(Outcome.SCORED);
        assertThat(driver.count("unscorable")).isEqualTo(1);
    }

    @Test
    void givenModelThatOverflowsTheStack_whenScored_thenUnscorableAndTheTopologyLives() {
        driver.close();
        driver = new ScoringDriver(folder.resolve("faulty"), new Overflowing(), Duration.ofDays(1));

        ClientScore first = driver.scoreOf(Events.registered("c-1", 8), 1);
        ClientScore second = driver.scoreOf(Events.profile("c-1", "Ada L", 44), 2);

        assertThat(first.outcome()).isEqualTo(Outcome.UNSCORABLE);
        assertThat(first.problem()).isEqualTo("The model failed with StackOverflowError.");
        assertThat(second.outcome()).isEqualTo(Outcome.UNSCORABLE);
    }

    /** A fault that no document of ours has, which is why it is made by hand. */
    private static final class Overflowing implements Model {
        @Override
        public String name() {
            return "overflowing";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public String sha256() {
            return "0".repeat(64);
        }

        @Override
        public String engine() {
            return "none";
        }

        @Override
        public List<String> inputs() {
            return ChurnFeatures.NAMES;
        }

        @Override
        public Map<String, Double> referencePoint() {
            return ScoringDriver.CHURN.referencePoint();
        }

        @Override
        public Map<String, Range> trainingRanges() {
            return ScoringDriver.CHURN.trainingRanges();
        }

        @Override
        public Evaluation evaluate(Map<String, Double> features) {
            throw new StackOverflowError();
        }

        @Override
        public Explanation explain(Map<String, Double> features) {
            throw new StackOverflowError();
        }
    }
}
