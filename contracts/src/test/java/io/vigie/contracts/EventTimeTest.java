package io.vigie.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {

    @Test
    void givenAnyTime_whenItsTextIsRead_thenTheSame() {
        Random random = new Random(11);
        for (int time = 0; time < 20_000; time++) {
            Instant exact = Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
            for (ChronoUnit unit :
                    List.of(ChronoUnit.SECONDS, ChronoUnit.MILLIS, ChronoUnit.MICROS, ChronoUnit.NANOS)) {
                Instant written = exact.truncatedTo(unit);
                assertThat(EventTime.parse(written.toString())).isEqualTo(written);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-30T24:00:00Z",
                "2016-12-31T23:59:60Z",
                "2026-11-30t08:00:00z",
                "2026-11-30T08:00:00.Z",
                "2026-11-30T08:00:00.1Z",
                "2026-11-30T08:00:00.123456789Z",
                "2026-11-30T08:00:00+02:00",
                "2024-02-29T00:00:00Z",
                "-2026-11-30T08:00:00Z",
                "+12026-11-30T08:00:00Z",
                "0000-01-01T00:00:00Z"
            })
    void givenATextThatTheJdkTakes_whenRead_thenTheSame(String text) {
        assertThat(EventTime.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-11-30",
                "2026-11-30T08:00:00",
                "2026-11-30T08:00:00.1234567890Z",
                "2026-13-01T08:00:00Z",
                "2026-02-30T08:00:00Z",
                "2026-00-10T08:00:00Z",
                "2026-11-00T08:00:00Z",
                "2026-11-30T25:00:00Z",
                "2026-11-30T08:60:00Z",
                "2026-11-30T08:00:61Z",
                "2026-11-30T08:00:0xZ",
                "2026-11-30T08:00:00.12xZ",
                "2026/11/30T08:00:00Z",
                "２０２６-11-30T08:00:00Z"
            })
    void givenATextThatIsNoTime_whenRead_thenRefusedAsTheJdkDoes(String text) {
        assertThatThrownBy(() -> Instant.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> EventTime.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
