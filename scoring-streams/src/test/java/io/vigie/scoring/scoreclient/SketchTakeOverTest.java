package io.vigie.scoring.scoreclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.model.ModelSketch;
import io.vigie.contracts.sketch.Bins;
import io.vigie.contracts.sketch.Sketch;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one process counted, another one goes on with. */
class SketchTakeOverTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    private static Sketch sites(ModelSketch sketch) {
        return sketch.inputs().getOrDefault("Num_Sites", Sketch.EMPTY);
    }

    @Test
    void givenAnotherProcessTakesOver_whenItTells_thenTheCountsGoOn() {
        ScoringTask task = new ScoringTask();
        task.deploy(1, ScoringDriver.CHURN, null);
        task.event(Events.registered("c-1", 8), 1);
        task.tick();
        task.takeOver();
        task.deploy(1, ScoringDriver.CHURN, null);

        task.tick();
        task.event(Events.registered("c-2", 8), 1);
        task.event(Events.sites("c-1", 9), 2);
        task.tick();

        assertThat(task.sketches())
                .extracting(sketch -> sketch.score().records())
                .containsExactly(1L, 1L, 2L);
        assertThat(task.sketches().get(2).partition()).isEqualTo(7);
    }

    @Test
    void givenANumberForEachBinAsInEarlierBuilds_whenItTells_thenTheyCountAndTheStoreHasTheDayAlone() {
        ScoringTask task = new ScoringTask();
        byte[] two = ByteBuffer.allocate(Long.BYTES).putLong(2).array();
        String day = "1/" + TODAY;
        task.store(ScoringTopology.SKETCHES_STORE, day + "/Num_Sites/" + Bins.of(8), two);
        task.store(ScoringTopology.SKETCHES_STORE, day + "/Num_Sites/missing", two);
        task.store(ScoringTopology.SKETCHES_STORE, day + "/score/" + Bins.of(0.5), two);
        task.takeOver();
        task.deploy(1, ScoringDriver.CHURN, null);
        task.event(Events.registered("c-1", 8), 1);
        task.takeOver();

        task.tick();

        ModelSketch told = task.sketches().get(task.sketches().size() - 1);
        assertThat(sites(told)).isEqualTo(new Sketch(2, 0, 0, new TreeMap<>(Map.of(Bins.of(8), 3L))));
        assertThat(told.score().values()).isEqualTo(3);
        assertThat(task.keys(ScoringTopology.SKETCHES_STORE)).containsExactly(day, day + "/recent");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 40})
    void givenManyClients_whenAnotherProcessTakesOver_thenEachCountsOnce(int clients) {
        ScoringTask task = new ScoringTask();
        task.deploy(1, ScoringDriver.CHURN, null);
        for (int client = 0; client < clients; client++) {
            task.event(Events.registered("c-" + client, 8), 1);
        }
        task.takeOver();
        task.deploy(1, ScoringDriver.CHURN, null);
        task.event(Events.registered("another", 9), 1);
        task.takeOver();

        task.tick();

        ModelSketch told = task.sketches().get(task.sketches().size() - 1);
        assertThat(sites(told))
                .isEqualTo(new Sketch(0, 0, 0, new TreeMap<>(Map.of(Bins.of(8), (long) clients, Bins.of(9), 1L))));
        assertThat(told.score().records()).isEqualTo(clients + 1L);
    }
}
