package io.vigie.training.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairedComparisonTest {

    @Test
    void givenFourDifferences_whenCompared_thenWhatTheFormulaGivesByHand() {
        double[] first = {0.6, 0.9, 0.7, 0.8};
        double[] second = {0.5, 0.6, 0.5, 0.6};

        PairedComparison comparison = PairedComparison.of(first, second, 2);

        // mean 0.2, variance 0.02/3, test/training 1: standard error √(1.25 · 0.02/3), t 2.19089 on 3 degrees of
        // freedom
        assertThat(comparison.difference()).isCloseTo(0.2, within(1e-12));
        assertThat(comparison.p()).isCloseTo(0.116158, within(1e-6));
        assertThat(comparison.low()).isCloseTo(0.2 - 3.182446 * Math.sqrt(1.25 * 0.02 / 3), within(1e-6));
        assertThat(comparison.high()).isCloseTo(0.2 + 3.182446 * Math.sqrt(1.25 * 0.02 / 3), within(1e-6));
        assertThat(comparison.moreThanNoise()).isFalse();
    }

    @Test
    void givenMoreRepeatsOfTheSame_whenCompared_thenTheUncorrectedTestWouldBelieveIt() {
        double[] first = new double[40];
        double[] second = new double[40];
        for (int fold = 0; fold < 40; fold++) {
            first[fold] = 0.5 + (fold % 2 == 0 ? 0.03 : -0.01);
            second[fold] = 0.5;
        }

        PairedComparison comparison = PairedComparison.of(first, second, 2);
        double uncorrected = comparison.difference() / (0.02026 / Math.sqrt(40));

        assertThat(uncorrected).isGreaterThan(3);
        assertThat(comparison.moreThanNoise()).isFalse();
    }

    @Test
    void givenAClearDifference_whenCompared_thenMoreThanNoise() {
        PairedComparison comparison =
                PairedComparison.of(new double[] {0.9, 0.91, 0.89, 0.9}, new double[] {0.7, 0.7, 0.7, 0.71}, 5);

        assertThat(comparison.moreThanNoise()).isTrue();
    }

    @Test
    void givenTheSame_whenCompared_thenNoDifference() {
        double[] same = {0.8, 0.9};

        assertThat(PairedComparison.of(same, same, 5)).isEqualTo(new PairedComparison(0, 0, 0, 1));
    }

    @Test
    void givenValues_whenSpread_thenTheErrorIsCorrectedForSharedTrainingRows() {
        Spread spread = Spread.of(new double[] {0.8, 0.9, 1.0}, 3);

        assertThat(spread.mean()).isCloseTo(0.9, within(1e-12));
        assertThat(spread.standardDeviation()).isCloseTo(0.1, within(1e-12));
        assertThat(spread.standardError()).isCloseTo(0.1 * Math.sqrt(1.0 / 3 + 1.0 / 2), within(1e-12));
        assertThat(spread.n()).isEqualTo(3);
    }

    @Test
    void givenTheBestIsComplicated_whenASimplerIsWithinOneStandardError_thenTheSimplestIsTaken() {
        List<Spread> spreads = List.of(at(0.80, 0.05), at(0.87, 0.05), at(0.88, 0.05), at(0.90, 0.03));

        assertThat(OneStandardError.best(spreads)).isEqualTo(3);
        assertThat(OneStandardError.simplest(spreads)).isEqualTo(1);
    }

    @Test
    void givenNoSimplerComesNear_whenChosen_thenTheBest() {
        assertThat(OneStandardError.simplest(List.of(at(0.80, 0.2), at(0.90, 0.03))))
                .isEqualTo(1);
    }

    @Test
    void givenEquals_whenChosen_thenTheSimpler() {
        List<Spread> equals = List.of(at(0.9, 0), at(0.9, 0));

        assertThat(OneStandardError.best(equals)).isZero();
        assertThat(OneStandardError.simplest(equals)).isZero();
    }

    private static Spread at(double mean, double error) {
        return new Spread(mean, error, error, 25);
    }
}
