package io.vigie.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void givenAnOddNumberOfSamples_whenAskedForTheMedian_thenItIsTheMiddleOne() {
        assertThat(Samples.of(9, 1, 5).median()).isEqualTo(5);
    }

    @Test
    void givenAnEvenNumberOfSamples_whenAskedForTheMedian_thenItIsBetweenTheTwoInTheMiddle() {
        assertThat(Samples.of(4, 1, 2, 9).median()).isEqualTo(3);
    }

    @Test
    void givenTheNumbersToAHundred_whenAskedForPercentiles_thenNearestRankAnswers() {
        Samples samples =
                Samples.of(IntStream.rangeClosed(1, 100).asDoubleStream().toArray());

        assertThat(samples.percentile(0.99)).isEqualTo(99);
        assertThat(samples.percentile(0.5)).isEqualTo(50);
        assertThat(samples.percentile(1)).isEqualTo(100);
        assertThat(samples.percentile(0.001)).isEqualTo(1);
    }

    @Test
    void givenNothing_whenMade_thenItIsRefused() {
        assertThatThrownBy(() -> Samples.of(new double[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givenSamples_whenAskedForMoreThanAll_thenItIsRefused() {
        Samples samples = Samples.of(1);

        assertThatThrownBy(() -> samples.percentile(1.01)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> samples.percentile(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
