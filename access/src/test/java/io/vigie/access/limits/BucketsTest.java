package io.vigie.access.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.access.SetTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private final SetTime time = new SetTime();
    private final Buckets buckets = new Buckets(5, 2, Duration.ofSeconds(1), time);

    private void empty(String name) {
        for (int taken = 0; taken < 5; taken++) {
            assertThat(buckets.take(name)).isEmpty();
        }
    }

    @Test
    void givenEmptyBucket_whenMoreIsTaken_thenItSaysHowLongToWaitAndOthersNeedNot() {
        empty("ada");

        assertThat(buckets.take("ada")).contains(Duration.ofMillis(500));
        assertThat(buckets.take("bob")).isEmpty();
    }

    @Test
    void givenEmptyBucket_whenTimePasses_thenItFillsEvenlyAndNotBeyondItsSize() {
        empty("ada");
        time.advance(Duration.ofMillis(500));
        assertThat(buckets.take("ada")).isEmpty();
        assertThat(buckets.take("ada")).isPresent();

        time.advance(Duration.ofHours(1));

        empty("ada");
        assertThat(buckets.take("ada")).isPresent();
    }

    @Test
    void givenQuestion_whenAskedHowLong_thenNothingIsTaken() {
        for (int asked = 0; asked < 10; asked++) {
            assertThat(buckets.waiting("ada")).isEmpty();
        }
        empty("ada");

        assertThat(buckets.waiting("ada")).contains(Duration.ofMillis(500));
    }
}
