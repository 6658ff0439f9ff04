package io.vigie.scoring.scoreclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.vigie.contracts.model.ModelSwap;
import io.vigie.contracts.score.ClientScore;
import io.vigie.pmml.Model;
import io.vigie.scoring.models.ChurnVersions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A partition that another process scored before, or the same one before it was restarted. */
class TakeOverTest {

    private static final Model FIRST = ScoringDriver.CHURN;
    private static final Model SECOND = ChurnVersions.model(2);

    private final ScoringTask task = new ScoringTask();

    /** Each look at the clock costs a transaction, which only those of the same moment share. */
    @Test
    void givenAnyPartition_whenItBegins_thenItLooksAtTheClockWhenAllOthersDo() {
        assertThat(task.anchors()).hasSize(2).containsOnly(Instant.EPOCH);
    }

    @Test
    void givenTheSameRevision_whenTakenOver_thenNoOtherSwap() {
        task.deploy(1, FIRST, null);
        task.event(Events.registered("c-1", 8), 1);

        task.takeOver();
        task.deploy(1, FIRST, null);
        task.tick();
        task.event(Events.sites("c-1", 9), 2);

        assertThat(task.swaps())
                .extracting(ModelSwap::partition, ModelSwap::offset, ModelSwap::revision)
                .containsExactly(tuple(7, 0L, 1L));
        assertThat(task.scores()).hasSize(2);
    }

    @Test
    void givenAProcessThatIsBehind_whenAnEventComes_thenItNeverScoresWithTheOlderModels() {
        task.deploy(2, SECOND, null);
        task.event(Events.registered("c-1", 8), 1);

        task.takeOver();
        task.deploy(1, FIRST, null);
        task.tick();
        assertThatThrownBy(() -> task.event(Events.sites("c-1", 9), 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("scored with revision 2");

        assertThat(task.scores()).hasSize(1);
        assertThat(task.swaps()).hasSize(1);
    }

    @Test
    void givenAProcessThatIsBehind_whenItsModelsComeInTime_thenTheEventHasWaitedForThem() throws Exception {
        task.deploy(2, SECOND, null);
        task.event(Events.registered("c-1", 8), 1);
        task.takeOver();
        task.deploy(1, FIRST, null);

        Thread late = new Thread(() -> {
            try {
                Thread.sleep(200);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            task.deploy(2, SECOND, null);
        });
        late.start();
        task.event(Events.sites("c-1", 9), 2);
        late.join();

        assertThat(task.scores()).extracting(score -> score.model().version()).containsExactly(2, 2);
        assertThat(task.swaps()).hasSize(1);
    }

    @Test
    void givenASweepUnderWay_whenTakenOver_thenItGoesOnAndRepeatsNobody() {
        int clients = ClientChunks.CHUNK + 50;
        task.deploy(1, FIRST, null);
        for (int client = 0; client < clients; client++) {
            task.event(Events.registered("c-" + client, 8), 1);
        }
        task.deploy(2, SECOND, null);
        task.tick();

        task.takeOver();
        task.deploy(2, SECOND, null);
        for (int tick = 0; tick < 4; tick++) {
            task.tick();
        }

        List<ClientScore> anew = task.scores().subList(clients, task.scores().size());
        assertThat(anew).hasSize(clients).extracting(ClientScore::clientId).doesNotHaveDuplicates();
        assertThat(anew).extracting(score -> score.model().version()).containsOnly(2);
        assertThat(anew).extracting(ClientScore::scoreSequence).containsOnly(2L);
    }

    @Test
    void givenAChallengersSweepUnderWay_whenTakenOver_thenItGoesOnAndRepeatsNobody() {
        int clients = 2 * ClientChunks.CHUNK + 50;
        task.deploy(1, FIRST, null);
        for (int client = 0; client < clients; client++) {
            task.event(Events.registered("c-" + client, 8), 1);
        }
        task.deploy(2, FIRST, SECOND);
        task.tick();

        for (int restart = 0; restart < 4; restart++) {
            task.takeOver();
            task.deploy(2, FIRST, SECOND);
            task.tick();
        }

        assertThat(task.shadows())
                .hasSize(clients)
                .extracting(ClientScore::clientId)
                .doesNotHaveDuplicates();
    }

    @Test
    void givenAClientThatCantBeScored_whenTakenOverAgainAndAgain_thenNotSweptAgain() {
        task.deploy(1, FIRST, null);
        task.event(Events.registered("c-1", 8), 1);
        task.event(Events.purchase("c-1", "1e1000"), 2);

        for (int restart = 0; restart < 3; restart++) {
            task.takeOver();
            task.deploy(1, FIRST, null);
            task.tick();
        }

        assertThat(task.scores()).hasSize(2);
    }

    @Test
    void givenAStateThatDoesntSayTheModel_whenTakenOver_thenScoredAnewOnceOnly() {
        task.deploy(1, FIRST, null);
        task.event(Events.registered("c-1", 8), 1);
        task.event(Events.purchase("c-1", "1e1000"), 2);
        task.forgetModels();

        for (int restart = 0; restart < 3; restart++) {
            task.takeOver();
            task.deploy(1, FIRST, null);
            task.tick();
        }

        assertThat(task.scores()).extracting(ClientScore::scoreSequence).containsExactly(1L, 2L, 3L);
    }
}
