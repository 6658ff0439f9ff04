package io.vigie.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastMinuteTest {

    @Test
    void givenNothing_whenTold_thenNoPercentiles() {
        assertThat(new LastMinute().told(1_000)).isEqualTo(Percentiles.NONE);
    }

    @Test
    void givenAThousandDurations_whenTold_thenPercentilesAreAtMostAnEighthTooLong() {
        LastMinute minute = new LastMinute();
        for (int millis = 1; millis <= 1_000; millis++) {
            minute.add(1_000 + millis % 60, millis);
        }

        Percentiles told = minute.told(1_059);

        assertThat(told.count()).isEqualTo(1_000);
        assertThat(told.p50()).isBetween(500.0, 563.0);
        assertThat(told.p95()).isBetween(950.0, 1_069.0);
        assertThat(told.p99()).isBetween(990.0, 1_114.0);
    }

    @Test
    void givenWhatIsOlderThanAMinute_whenTold_thenItDoesNotCount() {
        LastMinute minute = new LastMinute();
        minute.add(1_000, 5);
        assertThat(minute.told(1_059).count()).isEqualTo(1);
        assertThat(minute.told(1_060).count()).isZero();
        minute.add(1_060, 7);
        assertThat(minute.told(1_060)).isEqualTo(new Percentiles(1, 7.0, 7.0, 7.0));
    }

    @Test
    void givenAClockThatGoesBackAndAnAge_whenAdded_thenTheShortestAndTheLongestStep() {
        LastMinute minute = new LastMinute();
        minute.add(1_000, -5);
        assertThat(minute.told(1_000).p50()).isZero();
        minute.add(1_000, Long.MAX_VALUE);
        assertThat(minute.told(1_000).p99()).isGreaterThan(16_000_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7, 8, 9, 15, 16, 17, 18, 31, 32, 100, 1_023, 1_024, 1_025, 16_777_215})
    void givenADuration_whenPutIntoItsStep_thenItsEndIsNotShorterAndAtMostAnEighthLonger(long millis) {
        long highest = LastMinute.highest(LastMinute.step(millis));
        assertThat(highest).isBetween(millis, millis + millis / 8);
        assertThat(LastMinute.step(highest)).isEqualTo(LastMinute.step(millis));
        assertThat(LastMinute.step(highest + 1)).isEqualTo(LastMinute.step(millis) + 1);
    }
}
