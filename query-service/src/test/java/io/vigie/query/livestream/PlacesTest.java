package io.vigie.query.livestream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.vigie.web.Rejected;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final int OF_ONE = 2;
    private static final int ALL = 3;
    private static final Runnable NOBODY_LEFT = () -> {};

    private final Places places = new Places(
            new LiveStreamSettings(OF_ONE, ALL, 1_000, 20_000, Duration.ofSeconds(20), Duration.ofSeconds(10)));
    private final CountDownLatch answered = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(OF_ONE);
    private final ExecutorService tabs = Executors.newCachedThreadPool();

    private final Queue<Runnable> taken = new ArrayDeque<>();

    @BeforeEach
    void takeAllOfOne() {
        for (int i = 0; i < OF_ONE; i++) {
            taken.add(places.take("ada", NOBODY_LEFT));
        }
    }

    @AfterEach
    void end() {
        answered.countDown();
        tabs.shutdownNow();
    }

    private void waitToBeAnswered() {
        asked.countDown();
        try {
            answered.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private Future<?> tryInVain(Runnable alive) {
        return tabs.submit(() -> assertThatExceptionOfType(Rejected.class).isThrownBy(() -> places.take("ada", alive)));
    }

    @Test
    void givenAsManyThatWaitAsThereArePlaces_whenThereAreMore_thenTheyAreRefusedAtOnceAndOthersAreNot()
            throws Exception {
        List<Future<?>> waiting = new ArrayList<>();
        for (int i = 0; i < OF_ONE; i++) {
            waiting.add(tryInVain(this::waitToBeAnswered));
        }
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        for (int i = 0; i < 1_000; i++) {
            tryInVain(this::waitToBeAnswered).get(10, TimeUnit.SECONDS);
        }

        assertThatNoException().isThrownBy(() -> places.take("bob", NOBODY_LEFT));
        answered.countDown();
        for (Future<?> one : waiting) {
            one.get(10, TimeUnit.SECONDS);
        }
        assertThat(places.taken()).isEqualTo(ALL);
    }

    @Test
    void givenOneThatLeftWithoutAWord_whenItShows_thenItsPlaceIsGivenToTheNext() {
        for (int i = 0; i < 10; i++) {
            taken.add(places.take("ada", () -> taken.remove().run()));
        }

        assertThat(places.taken()).isEqualTo(OF_ONE);
    }

    @Test
    void givenThatAllAreTaken_whenSomebodyElseTries_thenItIsRefusedUntilOneIsGivenBack() {
        places.take("bob", NOBODY_LEFT);
        assertThatExceptionOfType(Rejected.class).isThrownBy(() -> places.take("cid", NOBODY_LEFT));

        taken.remove().run();

        assertThatNoException().isThrownBy(() -> places.take("cid", NOBODY_LEFT));
    }

    @Test
    void givenAPlace_whenItIsGivenBackTwice_thenOnce() {
        Runnable place = taken.remove();
        place.run();
        place.run();

        assertThat(places.taken()).isEqualTo(OF_ONE - 1);
    }
}
