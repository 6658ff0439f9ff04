package io.vigie.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TogetherTest {

    private static final int MANY = 20;

    private final Together<Integer> together = new Together<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(MANY + 1);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void givenAQuestionThatIsBeingAnswered_whenManyMoreAsk_thenItIsAskedOnceMoreForAllOfThem() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Future<Integer> first = threads.submit(() -> together.ask(() -> {
            begun.countDown();
            await(goOn);
            return asked.incrementAndGet();
        }));
        begun.await();
        CountDownLatch there = new CountDownLatch(MANY);
        List<Future<Integer>> others = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            others.add(threads.submit(() -> {
                there.countDown();
                return together.ask(asked::incrementAndGet);
            }));
        }
        there.await();
        Thread.sleep(200);
        goOn.countDown();

        assertThat(first.get()).isEqualTo(1);
        for (Future<Integer> other : others) {
            assertThat(other.get()).as("what was found out after it came").isEqualTo(2);
        }
    }

    @Test
    void givenOneAfterTheOther_whenTheyAsk_thenEachGetsAnAnswerOfItsOwn() {
        assertThat(together.ask(asked::incrementAndGet)).isEqualTo(1);
        assertThat(together.ask(asked::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void givenAFailure_whenSomebodyAsksLater_thenItIsAskedAgain() {
        assertThatThrownBy(() -> together.ask(() -> {
                    throw new IllegalArgumentException("away");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(together.ask(asked::incrementAndGet)).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
