package io.vigie.query.trackprogress;

import jakarta.servlet.AsyncContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Requests that wait for the views to catch up; none of them holds a thread. */
@Component
final class Waiting implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(2);
    static final String OUTCOME = Waiting.class.getName() + ".covered";

    private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);
    private static final int MOST = 200;
    private static final long PACE_NANOS = 5_000_000;

    private final Coverage coverage;
    private final Clock clock;
    private final Queue<Waiter> waiters = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Thread watch = new Thread(this::run, "consistency-tokens");
    private volatile boolean closed;

    private record Waiter(Demand demand, Instant until, AsyncContext request) {}

    Waiting(Coverage coverage, Clock clock) {
        this.coverage = coverage;
        this.clock = clock;
        watch.setDaemon(true);
        watch.start();
    }

    /** Takes a place; false when all are taken. */
    boolean enter() {
        if (count.incrementAndGet() > MOST) {
            count.decrementAndGet();
            return false;
        }
        return true;
    }

    /** Dispatches the request again, with the outcome as its attribute, at the latest when the patience ends. */
    void await(Demand demand, AsyncContext request) {
        waiters.add(new Waiter(demand, clock.instant().plus(PATIENCE), request));
        LockSupport.unpark(watch);
    }

    private void run() {
        while (!closed) {
            if (waiters.isEmpty()) {
                LockSupport.park(this);
            } else {
                look();
                LockSupport.parkNanos(PACE_NANOS);
            }
        }
    }

    private void look() {
        try {
            coverage.refresh();
        } catch (DataAccessException unavailable) {
            LOG.warn(
                    "The views' offsets can't be read: {}",
                    unavailable.getClass().getSimpleName());
        }
        Instant now = clock.instant();
        waiters.removeIf(waiter -> {
            boolean covered = coverage.covers(waiter.demand);
            boolean over = covered || now.isAfter(waiter.until);
            if (over) {
                count.decrementAndGet();
                leave(waiter.request, covered);
            }
            return over;
        });
    }

    private static void leave(AsyncContext request, boolean covered) {
        try {
            request.getRequest().setAttribute(OUTCOME, covered);
            request.dispatch();
        } catch (RuntimeException gone) {
            LOG.debug("A request that waited is gone", gone);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watch);
    }
}
