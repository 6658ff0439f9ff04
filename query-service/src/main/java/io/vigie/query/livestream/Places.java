package io.vigie.query.livestream;

import io.vigie.web.Rejected;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
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
    private int all;

    Places(LiveStreamSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes one for an account.
     *
     * @param alive sends something to the streams of the account: whoever left without a word only shows when written to
     * @throws Rejected 429 when it has as many as it may, or all are taken
     */
    void take(String account, Runnable alive) {
        for (int tries = 0; tries < TRIES && isFull(account); tries++) {
            alive.run();
            LockSupport.parkNanos(BETWEEN_NANOS);
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
    }

    private synchronized boolean isFull(String account) {
        return taken.getOrDefault(account, 0) >= settings.perAccount();
    }

    private static Rejected tooMany(String detail) {
        return Rejected.tooMany("too-many-streams", "Too many streams", detail, WAIT);
    }

    synchronized void giveBack(String account) {
        all--;
        taken.computeIfPresent(account, (name, count) -> count == 1 ? null : count - 1);
    }

    synchronized int taken() {
        return all;
    }
}
