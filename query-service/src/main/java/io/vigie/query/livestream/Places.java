package io.vigie.query.livestream;

import io.vigie.web.Rejected;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** How many streams there are, and whose. */
@Component
final class Places {

    private static final Duration WAIT = Duration.ofSeconds(5);

    /** Two for each connection on the way: the first write only brings back that nobody is there. */
    private static final int TRIES = 4;

    private static final long BETWEEN_NANOS = 40_000_000;

    private final LiveStreamSettings settings;
    private final Map<String, Integer> taken = new HashMap<>();

    /** How many wait for a place of their account that may be none any more. */
    private final Map<String, Integer> waiting = new HashMap<>();

    private int all;

    Places(LiveStreamSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes one for an account. Only as many as there are places wait for one: whoever tries all the time would keep the
     * threads that others are answered by.
     *
     * @param alive sends something to the streams of the account: whoever left without a word only shows when written to
     * @return gives it back, once however often it is run
     * @throws Rejected 429 when it has as many as it may, or all are taken
     */
    Runnable take(String account, Runnable alive) {
        if (isFull(account) && mayWait(account)) {
            try {
                awaitPlace(account, alive);
            } finally {
                leave(waiting, account);
            }
        }
        synchronized (this) {
            if (isFull(account)) {
                throw tooMany("An account may have " + settings.perAccount()
                        + " streams at a time: close another one first.");
            }
            if (all >= settings.all()) {
                throw tooMany("There are as many streams as this instance takes; try again later.");
            }
            taken.merge(account, 1, Integer::sum);
            all++;
        }
        AtomicBoolean given = new AtomicBoolean();
        return () -> {
            if (given.compareAndSet(false, true)) {
                giveBack(account);
            }
        };
    }

    private void awaitPlace(String account, Runnable alive) {
        for (int tries = 0; tries < TRIES && isFull(account); tries++) {
            alive.run();
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
    }

    private synchronized boolean isFull(String account) {
        return taken.getOrDefault(account, 0) >= settings.perAccount();
    }

    private synchronized boolean mayWait(String account) {
        boolean few = waiting.getOrDefault(account, 0) < settings.perAccount();
        if (few) {
            waiting.merge(account, 1, Integer::sum);
        }
        return few;
    }

    private synchronized void leave(Map<String, Integer> counts, String account) {
        counts.computeIfPresent(account, (name, count) -> count == 1 ? null : count - 1);
    }

    private static Rejected tooMany(String detail) {
        return Rejected.tooMany("too-many-streams", "Too many streams", detail, WAIT);
    }

    private synchronized void giveBack(String account) {
        all--;
        leave(taken, account);
    }

    synchronized int taken() {
        return all;
    }
}
