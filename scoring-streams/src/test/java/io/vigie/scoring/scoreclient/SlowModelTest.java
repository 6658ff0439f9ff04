package io.vigie.scoring.scoreclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.score.ClientScore;
import io.vigie.pmml.Model;
import io.vigie.scoring.models.ChurnVersions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep takes its time in small portions, whatever one client costs. */
class SlowModelTest {

    private static final int CLIENTS = 10;
    private static final Model SECOND = ChurnVersions.model(2);

    @TempDir
    Path folder;

    private ScoringDriver driver;

    @BeforeEach
    void start() {
        driver = new ScoringDriver(folder);
        for (int client = 0; client < CLIENTS; client++) {
            driver.pipe(Events.registered("c-" + client, 8), 1);
        }
        driver.advance(Rescoring.TICK);
        driver.scores();
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void givenASlowChampion_whenSwept_thenAFewClientsAtATimeAndEachOnce() {
        driver.deploy(2, slow(Duration.ofMillis(20)), null);

        List<ClientScore> all = new ArrayList<>();
        for (int tick = 0; tick < 6; tick++) {
            driver.advance(Rescoring.TICK);
            List<ClientScore> scores = driver.scores();
            assertThat(scores).hasSizeLessThanOrEqualTo(3);
            all.addAll(scores);
        }

        assertThat(all).hasSize(CLIENTS).extracting(ClientScore::clientId).doesNotHaveDuplicates();
    }

    @Test
    void givenASlowChallenger_whenItIsNew_thenAFewClientsAtATimeAndEachOnce() {
        driver.deploy(2, ScoringDriver.CHURN, slow(Duration.ofMillis(20)));

        List<ClientScore> all = new ArrayList<>();
        for (int tick = 0; tick < 6; tick++) {
            driver.advance(Rescoring.TICK);
            List<ClientScore> shadows = driver.shadows();
            assertThat(shadows).hasSizeLessThanOrEqualTo(3);
            all.addAll(shadows);
        }

        assertThat(all).hasSize(CLIENTS).extracting(ClientScore::clientId).doesNotHaveDuplicates();
    }

    @Test
    void givenAModelThatTakesASecond_whenSwept_thenOneClientAtATime() {
        driver.deploy(2, slow(Duration.ofSeconds(1)), null);

        for (int tick = 0; tick < CLIENTS; tick++) {
            driver.advance(Rescoring.TICK);
            assertThat(driver.scores()).hasSize(1);
        }
        driver.advance(Rescoring.TICK);
        driver.advance(Rescoring.TICK);

        assertThat(driver.scores()).isEmpty();
    }

    private Model slow(Duration time) {
        return new Slow(SECOND, driver.clock, time);
    }
}
