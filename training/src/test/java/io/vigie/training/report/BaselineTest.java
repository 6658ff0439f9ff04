package io.vigie.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BaselineTest {

    @Test
    void givenTheSharesOfTheChurnFile_whenEverybodyIsToldTheSame_thenTheMeasuresByHand() {
        Baseline baseline = Baseline.of(120, 720);

        assertThat(baseline.rate()).isEqualTo(1.0 / 6);
        assertThat(baseline.auc()).isEqualTo(0.5);
        assertThat(baseline.averagePrecision()).isEqualTo(1.0 / 6);
        // ln 6 − 5/6 ln 5
        assertThat(baseline.logLoss()).isCloseTo(0.450561208866305, within(1e-12));
        assertThat(baseline.brier()).isCloseTo(5.0 / 36, within(1e-15));
        assertThat(baseline.accuracy()).isCloseTo(5.0 / 6, within(1e-15));
        assertThat(baseline.f1()).isZero();
    }

    @Test
    void givenMorePositives_whenEverybodyIsToldTheSame_thenAllAreFlagged() {
        Baseline baseline = Baseline.of(3, 4);

        assertThat(baseline.accuracy()).isEqualTo(0.75);
        // Precision 3/4, recall 1.
        assertThat(baseline.f1()).isCloseTo(6.0 / 7, within(1e-15));
    }
}
