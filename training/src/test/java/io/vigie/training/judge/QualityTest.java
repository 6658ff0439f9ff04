package io.vigie.training.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QualityTest {

    private static final double[] PROBABILITIES = {0.1, 0.4, 0.35, 0.8};
    private static final int[] OUTCOMES = {0, 0, 1, 1};

    @Test
    void givenFourRows_whenJudged_thenWhatIsFoundByHand() {
        Quality quality = Quality.of(PROBABILITIES, OUTCOMES);

        assertThat(quality.auc()).isEqualTo(0.75);
        assertThat(quality.averagePrecision()).isCloseTo(0.5 * 1 + 0.5 * 2 / 3, within(1e-15));
        // (−ln 0.9 − ln 0.6 − ln 0.35 − ln 0.8) / 4
        assertThat(quality.logLoss()).isCloseTo(0.47228795, within(1e-8));
        assertThat(quality.brier()).isCloseTo((0.01 + 0.16 + 0.4225 + 0.04) / 4, within(1e-15));
        assertThat(quality.accuracy()).isEqualTo(0.75);
        assertThat(quality.f1()).isCloseTo(2.0 / 3, within(1e-15));
    }

    @Test
    void givenTheSameForAll_whenJudged_thenAucIsOneHalfAndPrecisionIsTheShare() {
        double[] same = {0.5, 0.5, 0.5, 0.5, 0.5};
        int[] outcomes = {0, 1, 0, 1, 0};

        assertThat(Quality.auc(same, outcomes)).isEqualTo(0.5);
        assertThat(Quality.averagePrecision(same, outcomes)).isCloseTo(0.4, within(1e-15));
    }

    @Test
    void givenTies_whenAuc_thenTheyCountHalf() {
        // Pairs: 0.9 beats 0.3 and 0.5; 0.5 beats 0.3 and ties with 0.5.
        assertThat(Quality.auc(new double[] {0.9, 0.5, 0.5, 0.3}, new int[] {1, 1, 0, 0}))
                .isEqualTo(3.5 / 4);
    }

    @Test
    void givenCertaintyThatWasWrong_whenLogLoss_thenLargeButFinite() {
        assertThat(Quality.logLoss(new double[] {1, 0}, new int[] {0, 1})).isCloseTo(34.5388, within(1e-3));
    }

    @Test
    void givenOneClassOnly_whenAuc_thenRefused() {
        assertThatThrownBy(() -> Quality.auc(new double[] {0.1, 0.2}, new int[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givenAThreshold_whenConfused_thenEachRowIsInOneOfFour() {
        Confusion confusion = Confusion.at(0.35, PROBABILITIES, OUTCOMES);

        assertThat(confusion).isEqualTo(new Confusion(0.35, 2, 1, 0, 1));
        assertThat(confusion.precision()).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(confusion.recall()).isEqualTo(1);
        assertThat(confusion.rows()).isEqualTo(4);
    }

    @Test
    void givenNothingFlagged_whenConfused_thenNoDivisionByNothing() {
        Confusion confusion = Confusion.at(0.9, PROBABILITIES, OUTCOMES);

        assertThat(confusion.flagged()).isZero();
        assertThat(confusion.precision()).isZero();
        assertThat(confusion.f1()).isZero();
    }
}
