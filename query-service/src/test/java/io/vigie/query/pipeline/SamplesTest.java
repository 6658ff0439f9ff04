package io.vigie.query.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.query.pipeline.Pipeline.PerSecond;
import io.vigie.query.pipeline.Samples.Sample;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static final PerSecond UNKNOWN = new PerSecond(null, null);

    private static Sample at(double second, long events) {
        return new Sample((long) (second * 1e9), null, events, 0);
    }

    @Test
    void givenNoneOrOneLook_whenAsked_thenNothingIsKnown() {
        Samples samples = new Samples();
        assertThat(samples.of(Sample::events)).isEqualTo(UNKNOWN);
        samples.add(at(0, 5));
        assertThat(samples.of(Sample::events)).isEqualTo(UNKNOWN);
        assertThat(samples.latest()).isEqualTo(at(0, 5));
    }

    @Test
    void givenTwoMinutesOfLooks_whenAsked_thenTheLastTenSecondsAndTheLastMinute() {
        Samples samples = new Samples();
        for (int second = 0; second < 120; second++) {
            samples.add(at(second * 1.001, second <= 100 ? second * 10L : 1_000 + (second - 100) * 100L));
        }

        PerSecond rates = samples.of(Sample::events);

        assertThat(rates.last10Seconds()).isCloseTo(100, within(1.0));
        assertThat(rates.last60Seconds()).isCloseTo((19 * 100 + 41 * 10) / 60.0, within(1.0));
    }

    @Test
    void givenAFewLooks_whenAsked_thenBothAreOfThem() {
        Samples samples = new Samples();
        samples.add(at(0, 10));
        samples.add(at(2, 30));
        assertThat(samples.of(Sample::events)).isEqualTo(new PerSecond(10.0, 10.0));
    }

    @Test
    void givenACountThatBeganAgainOrIsNotKnown_whenAsked_thenNothingIsKnown() {
        Samples samples = new Samples();
        samples.add(at(0, 10));
        samples.add(at(2, 3));
        assertThat(samples.of(Sample::events)).isEqualTo(UNKNOWN);
        assertThat(samples.of(Sample::relayed)).isEqualTo(UNKNOWN);
    }
}
