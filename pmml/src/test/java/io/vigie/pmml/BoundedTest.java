package io.vigie.pmml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** That a check may take a time of work, and a longer one of waiting. */
class BoundedTest {

    private static final Duration BUDGET = Duration.ofMillis(300);

    @Test
    void givenCheckThatOnlyWaits_whenItEndsAfterTheBudget_thenItCounts() {
        assertThat(Bounded.<String>run(BUDGET, () -> {
                    sleep(BUDGET.multipliedBy(2));
                    return "done";
                }))
                .isEqualTo("done");
    }

    @Test
    void givenCheckThatWaitsForEver_whenRun_thenRefusedAndInterrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);

        assertThatThrownBy(() -> Bounded.<String>run(BUDGET, () -> {
                    sleep(Duration.ofHours(1));
                    interrupted.countDown();
                    return "";
                }))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining("took longer than 300 ms");
        interrupted.await();
    }

    @Test
    void givenCheckThatWorksForEver_whenRun_thenRefusedAndInterrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);

        assertThatThrownBy(() -> Bounded.<String>run(BUDGET, () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                    interrupted.countDown();
                    return "";
                }))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining("took longer than 300 ms");
        interrupted.await();
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
