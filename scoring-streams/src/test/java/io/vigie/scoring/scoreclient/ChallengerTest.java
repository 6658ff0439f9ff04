package io.vigie.scoring.scoreclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.Outcome;
import io.vigie.contracts.score.Trigger;
import io.vigie.pmml.Evaluation.Scored;
import io.vigie.pmml.Model;
import io.vigie.scoring.models.ChurnVersions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second model that answers to the same, for comparison only. */
class ChallengerTest {

    private static final Model SECOND = ChurnVersions.model(2);

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
    void givenChallenger_whenAnEventIsScored_thenItsAnswerHasTheSameNumbersAndItsOwnProbability() {
        driver.deploy(2, ScoringDriver.CHURN, SECOND);

        ClientScore score = driver.scoreOf(Events.registered("c-1", 8), 1);
        ClientScore shadow = driver.shadows().get(0);

        assertThat(shadow)
                .usingRecursiveComparison()
                .ignoringFields("scoreId", "probability", "baseValue", "band", "reasons", "other", "model")
                .isEqualTo(score);
        assertThat(shadow.scoreId()).isNotEqualTo(score.scoreId());
        assertThat(shadow.model().version()).isEqualTo(2);
        assertThat(SECOND.evaluate(score.features()))
                .isEqualTo(new Scored(Objects.requireNonNull(shadow.probability())))
                .isNotEqualTo(new Scored(Objects.requireNonNull(score.probability())));
    }

    @Test
    void givenChallenger_whenTimeAnEvictionOrAnotherChampionIsTheCause_thenItAnswersToThemToo() {
        driver.deploy(2, ScoringDriver.CHURN, SECOND);
        driver.advance(Rescoring.TICK);
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.advance(Duration.ofDays(1));
        driver.retry(Events.record(Events.sites("c-1", 9), 2, driver.now()), "scoring", "evict");
        driver.deploy(3, ChurnVersions.model(3), SECOND);
        driver.advance(Rescoring.TICK);
        driver.pipe(Events.departed("c-1"), 3);

        List<ClientScore> scores = driver.scores();
        List<ClientScore> shadows = driver.shadows();

        assertThat(shadows)
                .extracting(ClientScore::trigger)
                .containsExactly(Trigger.EVENT, Trigger.SCHEDULE, Trigger.EVENT, Trigger.MODEL, Trigger.EVENT);
        assertThat(shadows).extracting(score -> score.model().version()).containsOnly(2);
        assertThat(shadows).extracting(ClientScore::scoreSequence).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(shadows).extracting(ClientScore::scoreId).doesNotHaveDuplicates();
        assertThat(scores).extracting(ClientScore::scoreSequence).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(shadows.get(4).outcome()).isEqualTo(Outcome.DEPARTED);
    }

    @Test
    void givenChallengerThatFails_whenScored_thenThatIsItsAnswerAndTheChampionsIsNoneTheWorse() {
        driver.deploy(2, ScoringDriver.CHURN, new Overflowing());

        ClientScore score = driver.scoreOf(Events.registered("c-1", 8), 1);
        ClientScore shadow = driver.shadows().get(0);

        assertThat(score.outcome()).isEqualTo(Outcome.SCORED);
        ScoreClientTest.isWhatTheModelSays(score);
        assertThat(shadow.outcome()).isEqualTo(Outcome.UNSCORABLE);
        assertThat(shadow.problem()).isEqualTo("The model failed with StackOverflowError.");
        assertThat(shadow.scoreSequence()).isEqualTo(1);
        assertThat(driver.count("unscorable")).isZero();
        assertThat(driver.count("unscorable.reasons", "role", "challenger", "reason", "model"))
                .isEqualTo(1);
        assertThat(driver.count("unscorable.reasons", "role", "champion", "reason", "model"))
                .isZero();
    }

    @Test
    void givenClients_whenAChallengerIsNew_thenItAnswersOnceToTheLastScoreOfEachActiveOne() {
        int clients = ClientChunks.CHUNK + 50;
        for (int client = 0; client < clients; client++) {
            driver.pipe(Events.registered("c-" + client, client % 12), 1);
        }
        driver.pipe(Events.sites("c-7", 9), 2);
        driver.pipe(Events.departed("c-8"), 2);
        driver.pipe(Events.purchase("c-9", "1e1000"), 2);
        Map<String, ClientScore> last = new HashMap<>();
        driver.scores().forEach(score -> last.put(score.clientId(), score));

        driver.deploy(2, ScoringDriver.CHURN, SECOND);
        driver.advance(Rescoring.TICK);
        assertThat(driver.shadows())
                .hasSizeLessThanOrEqualTo(ClientChunks.CHUNK)
                .hasSizeGreaterThan(190);
        driver.deploy(3, ScoringDriver.CHURN, null);
        driver.advance(Rescoring.TICK);
        driver.deploy(4, ScoringDriver.CHURN, ChurnVersions.model(3));
        driver.advance(Rescoring.TICK);
        driver.advance(Rescoring.TICK);
        driver.advance(Rescoring.TICK);

        List<ClientScore> shadows = driver.shadows();
        assertThat(shadows).hasSize(clients - 2).allSatisfy(shadow -> {
            ClientScore score = Objects.requireNonNull(last.get(shadow.clientId()));
            assertThat(shadow.scoreSequence()).isEqualTo(score.scoreSequence());
            assertThat(shadow.clientVersion()).isEqualTo(score.clientVersion());
            assertThat(shadow.features()).isEqualTo(score.features());
            assertThat(shadow.model().version()).isEqualTo(3);
            assertThat(shadow.trigger()).isEqualTo(Trigger.MODEL);
        });
        assertThat(shadows).extracting(ClientScore::clientId).doesNotHaveDuplicates();
        assertThat(driver.scores()).isEmpty();
    }

    @Test
    void givenADeploymentWithoutItsChallenger_whenThatFollowsUnderTheSameRevision_thenItAnswers() {
        driver.deploy(2, ScoringDriver.CHURN, null);
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.swaps();

        driver.deploy(2, ScoringDriver.CHURN, SECOND);
        driver.advance(Rescoring.TICK);
        driver.pipe(Events.sites("c-1", 9), 2);

        assertThat(driver.shadows()).extracting(ClientScore::scoreSequence).containsExactly(1L, 2L);
        assertThat(driver.swaps()).isEmpty();
    }

    @Test
    void givenAnotherChampionAndAnotherChallenger_whenBothSweep_thenTheAnswersHaveTheirOwnIds() {
        driver.pipe(Events.registered("c-1", 8), 1);

        driver.deploy(2, SECOND, ChurnVersions.model(3));
        driver.advance(Rescoring.TICK);

        assertThat(driver.shadows()).hasSize(2).extracting(ClientScore::scoreId).doesNotHaveDuplicates();
    }

    @Test
    void givenChallengerDismissed_whenTheNextEventComes_thenNoMoreOfIt() {
        driver.deploy(2, ScoringDriver.CHURN, SECOND);
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.shadows();
        driver.deploy(3, ScoringDriver.CHURN, null);

        driver.pipe(Events.sites("c-1", 9), 2);
        driver.advance(Rescoring.TICK);

        assertThat(driver.shadows()).isEmpty();
        assertThat(driver.scores()).hasSize(2);
    }
}
