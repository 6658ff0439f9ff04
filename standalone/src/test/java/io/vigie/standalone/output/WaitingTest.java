package io.vigie.standalone.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private static long linesAfter(Duration time) throws InterruptedException {
        StringWriter text = new StringWriter();
        try (Waiting waiting =
                new Waiting(new PrintWriter(text, true), "Work", Duration.ofMillis(50), Duration.ofMillis(50))) {
            assertThat(waiting).isNotNull();
            Thread.sleep(time.toMillis());
        }
        long lines = text.toString().lines().count();
        Thread.sleep(200);
        assertThat(text.toString().lines().count()).isLessThanOrEqualTo(lines + 1);
        return lines;
    }

    @Test
    void givenWork_whenItLasts_thenItIsToldAgainAndAgainAndNoMoreAfterwards() throws Exception {
        assertThat(linesAfter(Duration.ofMillis(400))).isGreaterThan(1);
        assertThat(linesAfter(Duration.ZERO)).isZero();
    }
}
