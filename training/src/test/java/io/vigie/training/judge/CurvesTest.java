package io.vigie.training.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.training.judge.Curve.Point;
import io.vigie.training.judge.Deciles.Decile;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurvesTest {

    @Test
    void givenFourRows_whenCurvesDrawn_thenEveryThresholdIsAPoint() {
        double[] probabilities = {0.1, 0.4, 0.35, 0.8};
        int[] y = {0, 0, 1, 1};

        assertThat(Curve.roc(probabilities, y))
                .containsExactly(
                        new Point(0, 0), new Point(0, 0.5), new Point(0.5, 0.5), new Point(0.5, 1), new Point(1, 1));
        assertThat(Curve.precisionRecall(probabilities, y))
                .containsExactly(new Point(0.5, 1), new Point(0.5, 0.5), new Point(1, 2.0 / 3), new Point(1, 0.5));
    }

    @Test
    void givenManyPoints_whenThinned_thenTheEndsStay() {
        List<Point> points =
                IntStream.range(0, 1000).mapToObj(x -> new Point(x, 0)).toList();

        List<Point> thinned = Curve.thinned(points, 11);

        assertThat(thinned).hasSize(11).startsWith(points.get(0)).endsWith(points.get(999));
        assertThat(Curve.thinned(points, 1000)).isSameAs(points);
    }

    @Test
    void givenTwentyRows_whenInTenths_thenGainAndLiftAsCountedByHand() {
        double[] probabilities =
                IntStream.range(0, 20).mapToDouble(row -> (20 - row) / 21.0).toArray();
        int[] y = new int[20];
        y[0] = 1;
        y[1] = 1;
        y[11] = 1;

        List<Decile> deciles = Deciles.of(probabilities, y);

        assertThat(deciles).hasSize(10);
        assertThat(deciles.get(0).positives()).isEqualTo(2);
        assertThat(deciles.get(0).gain()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(deciles.get(0).lift()).isCloseTo(20.0 / 3, within(1e-12));
        assertThat(deciles.get(5).positives()).isCloseTo(1, within(1e-12));
        assertThat(deciles.get(9).gain()).isEqualTo(1);
    }

    @Test
    void givenTheSameForAllInAFileSortedByClass_whenInTenths_thenTheOrderOfTheFileBringsNothing() {
        double[] same = new double[30];
        int[] y = new int[30];
        y[0] = 1;
        y[1] = 1;
        y[2] = 1;

        assertThat(Deciles.of(same, y))
                .allSatisfy(decile -> assertThat(decile.lift()).isCloseTo(1, within(1e-9)));
    }

    @Test
    void givenTwoProbabilities_whenCalibrated_thenWilsonsInterval() {
        List<Calibration.Bin> bins = Calibration.bins(new double[] {0.9, 0.1, 0.1, 0.9}, new int[] {1, 1, 0, 1}, 2);

        assertThat(bins).hasSize(2);
        Calibration.Bin low = bins.get(0);
        assertThat(low.n()).isEqualTo(2);
        assertThat(low.predicted()).isEqualTo(0.1);
        assertThat(low.observed()).isEqualTo(0.5);
        assertThat(low.low()).isCloseTo(0.094531, within(1e-6));
        assertThat(low.high()).isCloseTo(0.905469, within(1e-6));
        assertThat(bins.get(1).observed()).isEqualTo(1);
    }

    @Test
    void givenOneProbabilityForNearlyAll_whenCalibrated_thenItsRowsStayTogetherAndNoneIsLost() {
        double[] probabilities = new double[100];
        probabilities[7] = 0.8;

        List<Calibration.Bin> bins = Calibration.bins(probabilities, new int[100], 10);

        assertThat(bins).extracting(Calibration.Bin::n).containsExactly(99, 1);
    }

    @Test
    void givenOneProbabilityForHalfOfAll_whenCalibrated_thenTheOthersStillComeInBinsOfAboutAsMany() {
        double[] probabilities = new double[100];
        for (int row = 50; row < 100; row++) {
            probabilities[row] = row / 100.0;
        }

        assertThat(Calibration.bins(probabilities, new int[100], 10))
                .extracting(Calibration.Bin::n)
                .containsExactly(50, 10, 10, 10, 10, 10);
    }
}
