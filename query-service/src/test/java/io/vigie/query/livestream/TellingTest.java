package io.vigie.query.livestream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.query.changes.Change;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TellingTest {

    private record Topic(boolean isToldAsOne) implements LiveTopic {

        @Override
        public String name() {
            return "things";
        }

        @Override
        public String read() {
            return "/api/things";
        }

        @Override
        public Set<Change.Kind> kinds() {
            return Set.of();
        }

        @Override
        public List<Patch> patches(Audience audience, List<Change> changes) {
            return List.of();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 20", "20, 20", "60, 60", "300, 300", "60000, 5000"})
    void givenThingsThatAreLookedUpById_whenALookTookLong_thenThePauseIsAsLong(long took, long pause) {
        assertThat(Telling.pause(new Topic(false), Duration.ofMillis(took).toNanos()))
                .isEqualTo(pause);
    }

    @ParameterizedTest
    @CsvSource({"1, 20", "60, 300", "300, 1500", "60000, 5000"})
    void givenSums_whenALookTookLong_thenThePauseIsFiveTimesAsLong(long took, long pause) {
        assertThat(Telling.pause(new Topic(true), Duration.ofMillis(took).toNanos()))
                .isEqualTo(pause);
    }
}
