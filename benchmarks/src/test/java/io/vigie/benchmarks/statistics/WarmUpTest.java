package io.vigie.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.benchmarks.statistics.WarmUp.Done;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    @Test
    void givenRoundsThatGetFasterForAWhile_whenWarmedUp_thenUntilTwoInARowAreNoBetterThanTheBest() throws Exception {
        assertThat(warmUp(900, 500, 510, 300, 290, 280, 100).rounds()).isEqualTo(6);
    }

    @Test
    void givenOneSlowRoundAmongFasterOnes_whenWarmedUp_thenItIsNotTakenForTheEnd() throws Exception {
        assertThat(warmUp(900, 500, 800, 200, 210, 205, 1).rounds()).isEqualTo(6);
    }

    @Test
    void givenRoundsThatGetFasterForEver_whenWarmedUp_thenTheMeasurementBeginsAtSomeTime() throws Exception {
        double[] halves =
                DoubleStream.iterate(1_000, last -> last / 2).limit(50).toArray();

        assertThat(warmUp(halves).rounds()).isEqualTo(WarmUp.AT_MOST);
    }

    @Test
    void givenAnyRounds_whenWarmedUp_thenTheFirstIsToldOf() throws Exception {
        assertThat(warmUp(900, 900, 900).coldest().median()).isEqualTo(900);
    }

    private static Done warmUp(double... medians) throws Exception {
        Iterator<Double> rounds = Arrays.stream(medians).iterator();
        return new WarmUp(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run(() -> Samples.of(rounds.next()));
    }
}
