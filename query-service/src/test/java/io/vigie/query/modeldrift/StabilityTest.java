package io.vigie.query.modeldrift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.contracts.sketch.Sketch;
import io.vigie.query.modeldrift.Stability.Test;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.hipparchus.stat.inference.ChiSquareTest;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StabilityTest {

    private static Test test(@org.jspecify.annotations.Nullable Test found) {
        return Objects.requireNonNull(found);
    }

    @org.junit.jupiter.api.Test
    void givenCountsOfTwoGroups_whenCompared_thenTheIndexIsThatByHand() {
        // Shares (199 + 0.5) / 400 = 0.49875 and 0.50125; 99.5 / 400 and 300.5 / 400.
        double byHand =
                (0.24875 - 0.49875) * Math.log(0.24875 / 0.49875) + (0.75125 - 0.50125) * Math.log(0.75125 / 0.50125);

        assertThat(Stability.index(new long[] {199, 200}, new long[] {99, 300})).isCloseTo(byHand, within(1e-12));
        assertThat(byHand).isCloseTo(0.2750, within(1e-4));
    }

    @org.junit.jupiter.api.Test
    void givenTheSameShares_whenCompared_thenTheIndexIsNothing() {
        assertThat(Stability.index(new long[] {500, 500}, new long[] {500, 500}))
                .isZero();
        assertThat(Stability.index(new long[] {5_000, 5_000, 0}, new long[] {5_000, 5_000, 0}))
                .isZero();
    }

    @org.junit.jupiter.api.Test
    void givenAGroupThatOneSideLacks_whenCompared_thenTheIndexIsFinite() {
        assertThat(Stability.index(new long[] {1_000, 0}, new long[] {0, 1_000}))
                .isBetween(10.0, 20.0);
    }

    @ParameterizedTest
    @CsvSource({"0, 400, 300", "0.3, 400, 300", "2, 250, 900"})
    void givenCounts_whenTested_thenAsTheLibrarySaysOfTheValuesThemselves(double shift, int first, int second) {
        Random random = new Random(11);
        // Whole numbers below 50 each have a bin of their own.
        double[] before = whole(random, first, 12);
        double[] now = whole(random, second, 12 + shift);

        Test test = test(Stability.kolmogorovSmirnov(Sketch.of(before), Sketch.of(now)));

        KolmogorovSmirnovTest library = new KolmogorovSmirnovTest();
        double distance = library.kolmogorovSmirnovStatistic(before, now);
        assertThat(test.statistic()).isCloseTo(distance, within(1e-12));
        assertThat(test.p()).isCloseTo(library.approximateP(distance, first, second), within(1e-9));
    }

    private static double[] whole(Random random, int count, double mean) {
        return random.doubles(count)
                .map(draw -> Math.rint(Math.max(0, mean + (draw - 0.5) * 20)))
                .toArray();
    }

    @org.junit.jupiter.api.Test
    void givenNumbersOfAnyKind_whenTested_thenTheDistanceIsNearThatOfTheValues() {
        Random random = new Random(5);
        double[] before = random.doubles(2_000, 100, 900).toArray();
        double[] now = random.doubles(1_000, 150, 1_000).toArray();

        Test test = test(Stability.kolmogorovSmirnov(Sketch.of(before), Sketch.of(now)));

        double distance = new KolmogorovSmirnovTest().kolmogorovSmirnovStatistic(before, now);
        assertThat(test.statistic()).isLessThanOrEqualTo(distance + 1e-12).isCloseTo(distance, within(0.02));
    }

    @org.junit.jupiter.api.Test
    void givenBillionsOfRecordsThatHardlyDiffer_whenTested_thenNothingIsTold() {
        Sketch before = new Sketch(0, 0, 0, new TreeMap<>(Map.of(1, 5_000_000_000L, 2, 5_000_000_000L)));
        Sketch now = new Sketch(0, 0, 0, new TreeMap<>(Map.of(1, 5_000_000_001L, 2, 4_999_999_999L)));

        assertThat(test(Stability.kolmogorovSmirnov(before, now)).p()).isEqualTo(1);
    }

    @org.junit.jupiter.api.Test
    void givenCategories_whenTested_thenAsTheLibrarySays() {
        long[] before = {300, 100, 0, 50};
        long[] now = {200, 150, 0, 20};

        Test test = test(Stability.chiSquare(before, now));

        long[] withoutNobody = {300, 100, 50};
        assertThat(test.p())
                .isEqualTo(
                        new ChiSquareTest().chiSquareTestDataSetsComparison(withoutNobody, new long[] {200, 150, 20}));
        assertThat(test.statistic()).isCloseTo(chiSquareByHand(withoutNobody, new long[] {200, 150, 20}), within(1e-9));
    }

    private static double chiSquareByHand(long[] before, long[] now) {
        double all = LongStream.of(before).sum() + LongStream.of(now).sum();
        double sum = 0;
        for (long[] side : Arrays.asList(before, now)) {
            for (int group = 0; group < side.length; group++) {
                double expected = (before[group] + now[group])
                        * (double) LongStream.of(side).sum()
                        / all;
                sum += Math.pow(side[group] - expected, 2) / expected;
            }
        }
        return sum;
    }

    @org.junit.jupiter.api.Test
    void givenNothingToCompare_whenTested_thenNoTest() {
        assertThat(Stability.kolmogorovSmirnov(Sketch.EMPTY, Sketch.of(1))).isNull();
        assertThat(Stability.chiSquare(new long[] {0}, new long[] {4})).isNull();
        assertThat(test(Stability.chiSquare(new long[] {7, 0}, new long[] {4, 0}))
                        .p())
                .isEqualTo(1);
    }
}
