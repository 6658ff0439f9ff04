package io.vigie.scoring.scoreclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EarlyCommitsTest {

    private final MutableClock clock = new MutableClock(Events.START);
    private final EarlyCommits commits = new EarlyCommits(clock, Duration.ofMillis(20));

    /** How many commits so many events bring that come evenly within a second. */
    private long commitsOf(int events) {
        return IntStream.range(0, events)
                .filter(event -> {
                    clock.advance(Duration.ofNanos(1_000_000_000L / events));
                    return commits.isDueAfter(clock.millis());
                })
                .count();
    }

    @Test
    void givenAnEventAfterALongPause_whenHandled_thenItIsCommittedAtOnce() {
        clock.advance(Duration.ofSeconds(1));

        assertThat(commits.isDueAfter(clock.millis())).isTrue();
    }

    @Test
    void givenAnEventRightAfterACommit_whenHandled_thenItWaitsForTheInterval() {
        clock.advance(Duration.ofSeconds(1));
        commits.isDueAfter(clock.millis());
        clock.advance(Duration.ofMillis(19));
        assertThat(commits.isDueAfter(clock.millis())).isFalse();

        clock.advance(Duration.ofMillis(1));

        assertThat(commits.isDueAfter(clock.millis())).isTrue();
    }

    @Test
    void givenCalm_whenEventsCome_thenAsManyCommitsAsTheIntervalAllows() {
        assertThat(commitsOf(10)).isEqualTo(10);
        assertThat(commitsOf(500)).isBetween(40L, 50L);
    }

    @Test
    void givenMoreThanCalm_whenEventsCome_thenNoneIsEarlyUntilItIsCalmAgain() {
        commitsOf(EarlyCommits.CALM_PER_SECOND * 2);
        assertThat(commitsOf(EarlyCommits.CALM_PER_SECOND * 2)).isZero();

        assertThat(commitsOf(100)).isGreaterThan(30);
    }

    @Test
    void givenAnotherThreadThatIsBusy_whenThisOneIsCalm_thenItCommitsAllTheSame() throws InterruptedException {
        Thread busy = new Thread(() -> commitsOf(EarlyCommits.CALM_PER_SECOND * 2));
        busy.start();
        busy.join();

        assertThat(commitsOf(10)).isEqualTo(10);
    }

    @Test
    void givenCommitsSoSlowThatEventsWait_whenHandled_thenNoneIsEarly() {
        for (int event = 0; event < 10; event++) {
            clock.advance(Duration.ofMillis(30));
            assertThat(commits.isDueAfter(clock.millis() - EarlyCommits.OLD_MILLIS))
                    .isFalse();
        }
    }

    @Test
    void givenAClockThatIsPutBack_whenHandled_thenItGoesOn() {
        clock.advance(Duration.ofHours(1));
        commits.isDueAfter(clock.millis());
        clock.advance(Duration.ofHours(-1));
        commits.isDueAfter(clock.millis());
        clock.advance(Duration.ofMillis(20));

        assertThat(commits.isDueAfter(clock.millis())).isTrue();
    }
}
