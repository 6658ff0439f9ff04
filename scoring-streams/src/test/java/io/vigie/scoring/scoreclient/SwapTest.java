package io.vigie.scoring.scoreclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.model.ModelSwap;
import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.Outcome;
import io.vigie.contracts.score.Trigger;
import io.vigie.pmml.Model;
import io.vigie.scoring.models.ChurnVersions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other models from one event to the next. */
class SwapTest {

    private static final Model SECOND = ChurnVersions.model(2);
    private static final Model THIRD = ChurnVersions.model(3);

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
    void givenTheFirstModels_whenTheFirstEventComes_thenThatIsASwapToo() {
        driver.pipe(Events.registered("c-1", 8), 1);

        assertThat(driver.swaps())
                .containsExactly(new ModelSwap("churn", 1, ChurnVersions.choice(1), null, 0, 0, driver.now()));
    }

    @Test
    void givenTwoEvents_whenDeployedBetweenThem_thenTheFirstIsScoredByTheOldAndTheSecondByTheNew() {
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.pipe(Events.registered("c-2", 8), 1);
        driver.swaps();
        driver.deploy(4, SECOND, THIRD);
        driver.pipe(Events.sites("c-1", 9), 2);
        driver.pipe(Events.sites("c-2", 9), 2);

        List<ClientScore> scores = driver.scores();

        assertThat(scores).extracting(score -> score.model().version()).containsExactly(1, 1, 2, 2);
        assertThat(scores).extracting(ClientScore::scoreSequence).containsExactly(1L, 1L, 2L, 2L);
        assertThat(scores).extracting(ClientScore::outcome).containsOnly(Outcome.SCORED);
        assertThat(driver.swaps())
                .containsExactly(new ModelSwap(
                        "churn", 4, ChurnVersions.choice(2), ChurnVersions.choice(3), 0, 2, driver.now()));
        assertThat(driver.count("revision")).isEqualTo(4);
        assertThat(driver.count("swap")).isEqualTo(1);
        assertThat(driver.count("latency", "role", "champion", "version", "1")).isEqualTo(2);
        assertThat(driver.count("latency", "role", "champion", "version", "2")).isEqualTo(2);
        assertThat(driver.count("latency", "role", "challenger", "version", "3"))
                .isEqualTo(2);
    }

    @Test
    void givenOtherModel_whenAnEventChangesNothing_thenScoredAndNotTakenForUnchanged() {
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.scores();
        driver.deploy(2, SECOND, null);

        ClientScore score = driver.scoreOf(Events.profile("c-1", "Ada L", 44), 2);

        assertThat(score.outcome()).isEqualTo(Outcome.SCORED);
    }

    @Test
    void givenALowerRevision_whenDeployed_thenNothingHappens() {
        driver.deploy(5, SECOND, null);
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.swaps();
        driver.scores();

        driver.deploy(4, THIRD, null);
        driver.deploy(5, THIRD, null);
        driver.advance(Rescoring.TICK);

        assertThat(driver.scoreOf(Events.sites("c-1", 9), 2).model().version()).isEqualTo(2);
        assertThat(driver.swaps()).isEmpty();
    }

    @Test
    void givenNoEventComes_whenDeployed_thenSwappedAllTheSameBehindTheLastEvent() {
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.swaps();

        driver.deploy(2, SECOND, null);
        driver.advance(Rescoring.TICK);
        driver.advance(Rescoring.TICK);

        assertThat(driver.swaps()).extracting(ModelSwap::offset).containsExactly(1L);
    }

    @Test
    void givenNoEventSinceTheStart_whenDeployed_thenTheOffsetIsTheCommittedOneAsSoonAsThatIsKnown() {
        driver.committed = OptionalLong.empty();
        driver.advance(Rescoring.TICK);
        assertThat(driver.swaps()).isEmpty();

        driver.committed = OptionalLong.of(17);
        driver.advance(Rescoring.TICK);

        assertThat(driver.swaps()).extracting(ModelSwap::offset).containsExactly(17L);
    }

    @Test
    void givenARetriedRecord_whenDeployedBefore_thenItIsScoredByTheNewModel() {
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.swaps();
        driver.scores();
        driver.deploy(2, SECOND, null);

        driver.retry(Events.record(Events.sites("c-1", 9), 2, driver.now()), "scoring", "retry");

        assertThat(driver.score().model().version()).isEqualTo(2);
        assertThat(driver.swaps()).extracting(ModelSwap::offset).containsExactly(1L);
    }

    @Test
    void givenAnotherChampion_whenSwapped_thenEveryActiveClientIsScoredAnewOnce() {
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.pipe(Events.registered("c-2", 8), 1);
        driver.pipe(Events.registered("gone", 8), 1);
        driver.pipe(Events.departed("gone"), 2);
        driver.pipe(Events.registered("unscorable", 8), 1);
        driver.pipe(Events.purchase("unscorable", "1e1000"), 2);
        driver.retry(Events.record(Events.registered("evicted", 3), 1, driver.now()), "scoring", "evict");
        driver.scores();
        driver.deploy(2, SECOND, null);

        driver.advance(Rescoring.TICK);
        List<ClientScore> scores = driver.scores();
        driver.advance(Rescoring.TICK);
        driver.advance(Rescoring.TICK);

        assertThat(scores).extracting(ClientScore::clientId).containsExactly("c-1", "c-2", "unscorable");
        assertThat(scores).extracting(ClientScore::trigger).containsOnly(Trigger.MODEL);
        assertThat(scores).extracting(score -> score.model().version()).containsOnly(2);
        assertThat(scores).extracting(ClientScore::scoreSequence).containsExactly(2L, 2L, 3L);
        assertThat(scores).extracting(ClientScore::eventId).containsOnlyNulls();
        assertThat(scores).extracting(ClientScore::outcome).contains(Outcome.SCORED, Outcome.UNSCORABLE);
        assertThat(driver.scores()).isEmpty();
    }

    @Test
    void givenTheFirstChampionAgain_whenSwapped_thenScoredAnewUnderOtherIds() {
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.deploy(2, SECOND, null);
        driver.advance(Rescoring.TICK);
        driver.deploy(3, ScoringDriver.CHURN, null);
        driver.advance(Rescoring.TICK);
        driver.deploy(4, SECOND, null);
        driver.advance(Rescoring.TICK);

        List<ClientScore> scores = driver.scores();

        assertThat(scores).extracting(score -> score.model().version()).containsExactly(1, 2, 1, 2);
        assertThat(scores).extracting(ClientScore::scoreId).doesNotHaveDuplicates();
        assertThat(scores).extracting(ClientScore::probability).satisfies(said -> {
            assertThat(said.get(2)).isEqualTo(said.get(0));
            assertThat(said.get(3)).isEqualTo(said.get(1)).isNotEqualTo(said.get(0));
        });
    }

    @Test
    void givenManyClients_whenTheChampionChangesTwiceDuringTheSweep_thenAllEndWithTheLast() {
        int clients = 2 * ClientChunks.CHUNK + 17;
        for (int client = 0; client < clients; client++) {
            driver.pipe(Events.registered("c-" + client, 8), 1);
        }
        driver.scores();

        driver.deploy(2, SECOND, null);
        driver.advance(Rescoring.TICK);
        assertThat(driver.scores()).hasSize(ClientChunks.CHUNK);
        driver.deploy(3, THIRD, null);
        for (int tick = 0; tick < 6; tick++) {
            driver.advance(Rescoring.TICK);
        }

        List<ClientScore> rest = driver.scores();
        assertThat(rest)
                .hasSize(clients)
                .extracting(score -> score.model().version())
                .containsOnly(3);
        assertThat(rest).extracting(ClientScore::clientId).doesNotHaveDuplicates();
    }

    @Test
    void givenManyClients_whenRolledBackDuringTheSweep_thenAllEndWithTheFirst() {
        int clients = ClientChunks.CHUNK + 17;
        for (int client = 0; client < clients; client++) {
            driver.pipe(Events.registered("c-" + client, 8), 1);
        }
        driver.advance(Rescoring.TICK);
        driver.advance(Rescoring.TICK);
        driver.scores();

        driver.deploy(2, SECOND, null);
        driver.advance(Rescoring.TICK);
        assertThat(driver.scores()).hasSize(ClientChunks.CHUNK);
        driver.deploy(3, ScoringDriver.CHURN, null);
        for (int tick = 0; tick < 4; tick++) {
            driver.advance(Rescoring.TICK);
        }

        List<ClientScore> back = driver.scores();
        assertThat(back)
                .hasSize(ClientChunks.CHUNK)
                .extracting(score -> score.model().version())
                .containsOnly(1);
        assertThat(back).extracting(ClientScore::clientId).doesNotHaveDuplicates();
    }

    @Test
    void givenAnEventBetweenTwoLooks_whenItsChampionIsRolledBackAtOnce_thenItsClientEndsWithTheFirst() {
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.advance(Rescoring.TICK);
        driver.deploy(2, SECOND, null);
        driver.pipe(Events.sites("c-1", 9), 2);
        driver.scores();

        driver.deploy(3, ScoringDriver.CHURN, null);
        driver.advance(Rescoring.TICK);

        assertThat(driver.score().model().version()).isEqualTo(1);
    }

    @Test
    void givenAnotherChampionOnANewDay_whenSwept_thenOneScoreDoesForBoth() {
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.scores();
        driver.deploy(2, SECOND, null);

        driver.advance(Duration.ofDays(1));
        driver.advance(Rescoring.TICK);

        assertThat(driver.score().trigger()).isEqualTo(Trigger.MODEL);
    }
}
