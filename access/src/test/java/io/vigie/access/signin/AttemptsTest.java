package io.vigie.access.signin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.access.SetTime;
import io.vigie.web.Rejected;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private final SetTime time = new SetTime();
    private final Attempts attempts = new Attempts(time);

    @Test
    void givenTenOfOneAccount_whenCounted_thenTheNextMustWaitAndOthersNeedNot() {
        for (int attempt = 0; attempt < 10; attempt++) {
            attempts.count("ada", "192.0.2.1");
        }

        assertThatThrownBy(() -> attempts.count("ada", "192.0.2.1")).isInstanceOf(Rejected.class);
        assertThatCode(() -> attempts.count("bob", "192.0.2.1")).doesNotThrowAnyException();
        assertThatCode(() -> attempts.count("ada", "192.0.2.2")).doesNotThrowAnyException();
    }

    @Test
    void givenSixtyFromOneAddress_whenCounted_thenTheNextMustWaitWhoeverItIs() {
        for (int attempt = 0; attempt < 60; attempt++) {
            attempts.count("account-" + attempt, "192.0.2.1");
        }

        assertThatThrownBy(() -> attempts.count("another", "192.0.2.1")).isInstanceOf(Rejected.class);
    }

    @Test
    void givenLimitReached_whenTimePasses_thenOneMoreEverySixSeconds() {
        for (int attempt = 0; attempt < 10; attempt++) {
            attempts.count("ada", "192.0.2.1");
        }
        time.advance(Duration.ofSeconds(6));

        assertThatCode(() -> attempts.count("ada", "192.0.2.1")).doesNotThrowAnyException();
        assertThatThrownBy(() -> attempts.count("ada", "192.0.2.1")).isInstanceOf(Rejected.class);
    }
}
