package io.vigie.training.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {

    private static final int[] Y =
            IntStream.range(0, 103).map(row -> row < 17 ? 1 : 0).toArray();

    @Test
    void givenRows_whenDrawn_thenEachFoldHasItsShareOfBothClasses() {
        int[] folds = Folds.draw(Y, 5, 42);

        for (int fold = 0; fold < 5; fold++) {
            int of = fold;
            long rows = Arrays.stream(folds).filter(each -> each == of).count();
            long positives = IntStream.range(0, Y.length)
                    .filter(row -> folds[row] == of && Y[row] == 1)
                    .count();
            assertThat(rows).isBetween(20L, 21L);
            assertThat(positives).isBetween(3L, 4L);
        }
    }

    @Test
    void givenTheSameSeed_whenDrawnTwice_thenTheSame_andAnotherSeedAnother() {
        assertThat(Folds.draw(Y, 5, 42)).isEqualTo(Folds.draw(Y, 5, 42)).isNotEqualTo(Folds.draw(Y, 5, 43));
    }

    @Test
    void givenAKnownSeed_whenDrawn_thenTheFoldsThatEveryMachineDraws() {
        assertThat(Folds.draw(new int[] {1, 1, 1, 0, 0, 0, 0, 0, 0}, 3, 42)).containsExactly(KNOWN);
    }

    private static final int[] KNOWN = {1, 2, 0, 1, 0, 2, 1, 2, 0};

    @Test
    void givenRowsOutside_whenDrawn_thenTheyAreInNoFold() {
        int[] folds = Folds.draw(new int[] {1, 2, 0, 2, 1, 0}, 2, 1);

        assertThat(folds[1]).isEqualTo(-1);
        assertThat(folds[3]).isEqualTo(-1);
        assertThat(Arrays.stream(folds).filter(fold -> fold >= 0)).containsExactlyInAnyOrder(0, 0, 1, 1);
    }
}
