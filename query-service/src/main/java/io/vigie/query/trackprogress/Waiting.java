package io.vigie.query.trackprogress;

import io.vigie.query.trackprogress.AppliedOffsets.Reading;
import jakarta.servlet.AsyncContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Requests that wait for the views to catch up; none of them holds a thread. One thread asks the database and
 * settles what it says, another lets requests go: a database that doesn't answer can't keep them beyond their patience.
 */
@Component
final class Waiting implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(2);
    static final String OUTCOME = Waiting.class.getName() + ".covered";

    private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);
    private static final int MOST = 200;
    private static final long PACE_NANOS = 10_000_000;
    private static final long TICK_NANOS = 20_000_000;

    private final Coverage coverage;
    private final Standings standings;
    private final Queue<Waiter> waiters = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Thread inquiry = new Thread(() -> run(this::inquire, PACE_NANOS), "consistency-inquiry");
    private final Thread watch = new Thread(() -> run(this::release, TICK_NANOS), "consistency-tokens");
    private volatile boolean closed;

    Waiting(Coverage coverage, Standings standings) {
        this.coverage = coverage;
        this.standings = standings;
        for (Thread thread : List.of(inquiry, watch)) {
            thread.setDaemon(true);
            thread.start();
        }
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
        waiters.add(new Waiter(demand, System.nanoTime() + PATIENCE.toNanos(), request));
        LockSupport.unpark(inquiry);
        LockSupport.unpark(watch);
    }

    private void run(Runnable step, long pause) {
        while (!closed) {
            if (waiters.isEmpty()) {
                LockSupport.park(this);
            } else {
                step.run();
                LockSupport.parkNanos(pause);
            }
        }
    }

    private void inquire() {
        try {
            Reading reading = coverage.read(
                    waiters.stream().anyMatch(waiter -> waiter.demand().withAllScores()));
            List<Waiter> ofOneClient = new ArrayList<>();
            for (Waiter waiter : waiters) {
                if (!waiter.isSettled() && coverage.covers(waiter.demand(), reading)) {
                    if (waiter.demand().clientId() == null) {
                        waiter.settle();
                    } else {
                        ofOneClient.add(waiter);
                    }
                }
            }
            if (!ofOneClient.isEmpty()) {
                Map<String, Standings.Standing> found = standings.of(ofOneClient.stream()
                        .map(waiter -> Objects.requireNonNull(waiter.demand().clientId()))
                        .collect(Collectors.toSet()));
                ofOneClient.forEach(waiter -> waiter.look(found));
            }
        } catch (RuntimeException unavailable) {
            LOG.warn(
                    "The views' progress can't be read: {}",
                    unavailable.getClass().getSimpleName());
        }
        LockSupport.unpark(watch);
    }

    private void release() {
        long now = System.nanoTime();
        waiters.removeIf(waiter -> {
            boolean covered = waiter.isSettled();
            boolean over = covered || waiter.isOver(now);
            if (over) {
                count.decrementAndGet();
                leave(waiter.request(), covered);
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
        LockSupport.unpark(inquiry);
        LockSupport.unpark(watch);
    }
}
