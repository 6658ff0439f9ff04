package io.vigie.scoring.scoreclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.Outcome;
import io.vigie.contracts.score.Trigger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RescoringTest {

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
    void givenADayPassed_whenTheScheduleRuns_thenActiveClientsAreScoredByTimeAlone() {
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.pipe(Events.sites("c-1", 9), 2);
        driver.pipe(Events.registered("c-2", 8), 1);
        driver.pipe(Events.departed("c-2"), 2);
        driver.scores();

        driver.advance(Duration.ofDays(1));

        ClientScore score = driver.score();
        assertThat(score.clientId()).isEqualTo("c-1");
        assertThat(score.trigger()).isEqualTo(Trigger.SCHEDULE);
        assertThat(score.outcome()).isEqualTo(Outcome.SCORED);
        assertThat(score.eventId()).isNull();
        assertThat(score.source()).isNull();
        assertThat(score.clientVersion()).isEqualTo(2);
        assertThat(score.scoreSequence()).isEqualTo(3);
        assertThat(score.features()).containsEntry("Years", 5.5 + 1 / 365.25);
        ScoreClientTest.isWhatTheModelSays(score);
    }

    @Test
    void givenNoNewDay_whenTheScheduleLooks_thenNothingHappens() {
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.scores();

        driver.advance(Duration.ofHours(3));
        driver.advance(Duration.ofHours(3));

        assertThat(driver.scores()).isEmpty();
    }

    @Test
    void givenScheduleRan_whenTheNextEventComes_thenSequenceGoesOnWithoutAHole() {
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.advance(Duration.ofDays(1));
        driver.scores();

        ClientScore next = driver.scoreOf(Events.profile("c-1", "Ada L", 44), 2);

        assertThat(next.scoreSequence()).isEqualTo(3);
        assertThat(next.outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void givenManyClients_whenTheScheduleRuns_thenChunkByChunkEachOnce() {
        int clients = 2 * ClientChunks.CHUNK + 17;
        for (int client = 0; client < clients; client++) {
            driver.pipe(Events.registered("c-" + client, 8), 1);
        }
        driver.scores();

        driver.advance(Duration.ofDays(1));
        assertThat(driver.scores()).hasSize(ClientChunks.CHUNK);
        driver.advance(Rescoring.TICK);
        driver.advance(Rescoring.TICK);
        driver.advance(Rescoring.TICK);

        List<ClientScore> rest = driver.scores();
        assertThat(rest).hasSize(clients - ClientChunks.CHUNK);
        assertThat(rest).extracting(ClientScore::clientId).doesNotHaveDuplicates();
    }

    @Test
    void givenTheDayEndsDuringASweep_whenTheScheduleGoesOn_thenEachClientHasItsRecordOfTheNewDay() {
        int clients = 2 * ClientChunks.CHUNK + 17;
        for (int client = 0; client < clients; client++) {
            driver.pipe(Events.registered("c-" + client, 8), 1);
        }
        driver.advance(Duration.ofDays(1));
        driver.scores();

        driver.advance(Duration.ofDays(1));
        for (int tick = 0; tick < 6; tick++) {
            driver.advance(Rescoring.TICK);
        }

        List<ClientScore> scores = driver.scores();
        assertThat(scores).hasSize(clients);
        assertThat(scores).extracting(ClientScore::clientId).doesNotHaveDuplicates();
        assertThat(scores).extracting(ClientScore::features).allSatisfy(features -> assertThat(features)
                .containsEntry("Years", 5.5 + 2 / 365.25));
    }

    @Test
    void givenShortSchedule_whenItRunsOnTheSameDay_thenEachSlotHasItsRecordWithItsOwnId() {
        driver.close();
        driver = new ScoringDriver(folder.resolve("short"), ScoringDriver.CHURN, Duration.ofSeconds(5));
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.scores();

        driver.advance(Duration.ofSeconds(5));
        driver.advance(Duration.ofSeconds(5));

        List<ClientScore> scores = driver.scores();
        assertThat(scores).extracting(ClientScore::outcome).containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED);
        assertThat(scores).extracting(ClientScore::scoreSequence).containsExactly(2L, 3L);
        assertThat(scores).extracting(ClientScore::scoreId).doesNotHaveDuplicates();
    }

    @Test
    void givenEvictedRegistration_whenTheScheduleRuns_thenNothingForThatClient() {
        driver.retry(Events.record(Events.registered("c-9", 3), 1, driver.now()), "scoring", "evict");
        driver.scores();

        driver.advance(Duration.ofDays(1));

        assertThat(driver.scores()).isEmpty();
    }
}
