package io.vigie.training.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldPlanTest {

    private static final int[] Y =
            IntStream.range(0, 120).map(row -> row % 4 == 0 ? 1 : 0).toArray();

    @Test
    void givenAPlan_whenARowJudges_thenItHasNoPartInChoosingOrFitting() {
        FoldPlan plan = FoldPlan.draw(Y, 5, 3, 3, 42);

        assertThat(plan.repeats()).isEqualTo(3);
        for (int repeat = 0; repeat < 3; repeat++) {
            for (int fold = 0; fold < 5; fold++) {
                for (int row = 0; row < Y.length; row++) {
                    boolean judges = plan.outer()[repeat][row] == fold;
                    assertThat(plan.inner()[repeat][fold][row] == -1).isEqualTo(judges);
                }
            }
        }
        assertThat(plan.all()).doesNotContain(-1).contains(0, 1, 2);
    }

    @Test
    void givenRepeats_whenDrawn_thenEachCutsAnewAndTheSeedDecides() {
        FoldPlan plan = FoldPlan.draw(Y, 5, 2, 3, 42);

        assertThat(plan.outer()[0]).isNotEqualTo(plan.outer()[1]);
        assertThat(FoldPlan.draw(Y, 5, 2, 3, 42).outer()).isDeepEqualTo(plan.outer());
        assertThat(FoldPlan.draw(Y, 5, 2, 3, 43).outer()[0]).isNotEqualTo(plan.outer()[0]);
    }
}
