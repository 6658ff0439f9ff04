package io.vigie.command.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** What the relay tells of itself; see docs for the names. */
@Component
class RelayMetrics implements RelayStatus {

    private final AtomicLong lag = new AtomicLong();
    private final AtomicLong oldestUnsentSeconds = new AtomicLong();
    private final AtomicLong parked = new AtomicLong();
    private final AtomicLong leader = new AtomicLong();
    private volatile boolean claimed;
    private final Counter sent;
    private final Counter failures;
    private final Counter lost;

    RelayMetrics(MeterRegistry registry) {
        gauge(registry, "vigie.relay.lag", "events that are stored but not yet on Kafka", lag);
        gauge(registry, "vigie.relay.oldest.unsent.seconds", "age of the oldest of them", oldestUnsentSeconds);
        gauge(registry, "vigie.relay.parked", "aggregates whose events wait behind one that can't be sent", parked);
        gauge(registry, "vigie.relay.leader", "1 on the instance that relays", leader);
        sent = counter(registry, "vigie.relay.sent", "events sent by this instance");
        failures = counter(registry, "vigie.relay.failures", "batches that had to be tried again");
        lost = counter(registry, "vigie.relay.resent", "events sent again because Kafka had lost them");
    }

    void leading(boolean leading) {
        leader.set(leading ? 1 : 0);
    }

    /** Who has no claim knows of no aggregates that wait. */
    void claimed(boolean held) {
        claimed = held;
        if (!held) {
            parked.set(0);
        }
    }

    void sent(int events) {
        sent.increment(events);
    }

    void failed() {
        failures.increment();
    }

    void tailLost(long events) {
        lost.increment(events);
    }

    void parked(long aggregates) {
        parked.set(aggregates);
    }

    void behind(long events, java.time.Duration oldest) {
        lag.set(events);
        oldestUnsentSeconds.set(oldest.toSeconds());
    }

    long lag() {
        return lag.get();
    }

    long oldestUnsentSeconds() {
        return oldestUnsentSeconds.get();
    }

    long parked() {
        return parked.get();
    }

    @Override
    public boolean isLeading() {
        return leader.get() == 1;
    }

    @Override
    public boolean holdsClaim() {
        return claimed;
    }

    private static void gauge(MeterRegistry registry, String name, String description, AtomicLong value) {
        Gauge.builder(name, value, AtomicLong::get).description(description).register(registry);
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }
}
