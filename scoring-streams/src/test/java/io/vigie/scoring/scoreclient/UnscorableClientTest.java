package io.vigie.scoring.scoreclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.Outcome;
import io.vigie.scoring.models.ChurnVersions;
import java.nio.file.Path;
import java.time.Duration;
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
    void givenAModelThatDoesntAskForTheAmount_whenThatIsBeyondDouble_thenScoredWithoutIt() {
        driver.deploy(2, ChurnVersions.withoutPurchases(), null);
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.scores();

        ClientScore score = driver.scoreOf(Events.purchase("c-1", "1e1000"), 2);

        assertThat(score.outcome()).isEqualTo(Outcome.SCORED);
        assertThat(score.features()).doesNotContainKey("Total_Purchase").containsEntry("Age", 44.0);
        assertThat(score.reasons()).hasSizeGreaterThan(1);
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
}
