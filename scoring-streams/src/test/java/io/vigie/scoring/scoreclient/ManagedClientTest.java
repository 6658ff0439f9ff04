package io.vigie.scoring.scoreclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.Reason;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the feature {@code Account_Manager} is 1. */
class ManagedClientTest {

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
    void givenManagedElsewhere_whenUnassigned_thenNoLongerManaged() {
        ClientScore imported = driver.scoreOf(Events.registered("c-1", 8, null, null, true), 1);

        assertThat(imported.features()).containsEntry("Account_Manager", 1.0);
        assertThat(driver.scoreOf(Events.unassigned("c-1"), 2).features()).containsEntry("Account_Manager", 0.0);
    }

    @Test
    void givenManagedElsewhere_whenDepartedAndReturned_thenStillManagedUntilUnassigned() {
        driver.pipe(Events.registered("c-1", 8, null, null, true), 1);
        driver.pipe(Events.departed("c-1"), 2);
        driver.scores();

        assertThat(driver.scoreOf(Events.returned("c-1"), 3).features()).containsEntry("Account_Manager", 1.0);
        driver.pipe(Events.departed("c-1"), 4);
        driver.pipe(Events.unassigned("c-1"), 5);
        driver.scores();
        assertThat(driver.scoreOf(Events.returned("c-1"), 6).features()).containsEntry("Account_Manager", 0.0);
    }

    @Test
    void givenManagedElsewhere_whenAssignedThenDepartedAndReturned_thenNoLongerManaged() {
        driver.pipe(Events.registered("c-1", 8, null, null, true), 1);
        driver.pipe(Events.assigned("c-1"), 2);
        driver.pipe(Events.departed("c-1", "m-1"), 3);
        driver.scores();

        assertThat(driver.scoreOf(Events.returned("c-1"), 4).features()).containsEntry("Account_Manager", 0.0);
    }

    @Test
    void givenManagerAtRegistration_whenScored_thenManagedButNeverAReason() {
        for (int sites = 0; sites < 20; sites++) {
            ClientScore score =
                    driver.scoreOf(Events.registered("c-" + sites, sites, new BigDecimal("5.3"), "m-1", false), 1);

            assertThat(score.features()).containsEntry("Account_Manager", 1.0);
            assertThat(score.reasons()).hasSize(3).extracting(Reason::feature).doesNotContain("Account_Manager");
            assertThat(score.reasons())
                    .extracting(reason -> Math.abs(reason.contribution()))
                    .isSortedAccordingTo((a, b) -> Double.compare(b, a));
            ScoreClientTest.isWhatTheModelSays(score);
        }
    }
}
