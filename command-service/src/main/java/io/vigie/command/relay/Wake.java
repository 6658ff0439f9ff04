package io.vigie.command.relay;

import io.vigie.command.eventstore.AppendedEventsListener;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes the relay as soon as this instance has stored events. */
@Component
class Wake implements AppendedEventsListener {

    private final Semaphore stored = new Semaphore(0);

    @Override
    public void eventsAppended() {
        if (stored.availablePermits() == 0) {
            stored.release();
        }
    }

    /** Returns when events were stored here, or after {@code atMost}. */
    void await(Duration atMost) throws InterruptedException {
        if (stored.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            stored.drainPermits();
        }
    }
}
