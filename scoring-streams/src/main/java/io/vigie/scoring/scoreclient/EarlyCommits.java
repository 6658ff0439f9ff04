package io.vigie.scoring.scoreclient;

import java.time.Clock;
import java.time.Duration;

/**
 * Ends transactions before their time while little comes. One takes the broker as long for a single event as for a thousand, and
 * the thread waits for it: short ones make a score readable soon, long ones many. What is old when it comes had to wait, so there
 * is more behind it, however slowly it seems to come. Each stream thread has its own account, as it commits all its partitions at
 * once.
 */
final class EarlyCommits {

    /** With more a thread is busy. */
    static final int CALM_PER_SECOND = 2_000;

    /** Of an event, from when it happened. */
    static final long OLD_MILLIS = 500;

    private final Clock clock;
    private final long interval;
    private final ThreadLocal<Account> accounts = ThreadLocal.withInitial(Account::new);

    private static final class Account {
        private long since;
        private long events;
    }

    /** None sooner after another than the interval. */
    EarlyCommits(Clock clock, Duration interval) {
        this.clock = clock;
        this.interval = interval.toMillis();
    }

    /** Counts an event that happened then, and tells whether to commit behind it. */
    boolean isDueAfter(long happenedAt) {
        Account account = accounts.get();
        account.events++;
        long now = clock.millis();
        long elapsed = now - account.since;
        // Negative where the clock was put back.
        if (elapsed >= 0 && elapsed < interval) {
            return false;
        }
        boolean calm = account.events * 1_000 <= CALM_PER_SECOND * elapsed && now - happenedAt < OLD_MILLIS;
        account.since = now;
        account.events = 0;
        return calm;
    }
}
