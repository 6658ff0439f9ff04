package io.vigie.query.livestream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** What operators watch: resets should be rare but after a rebuild, and subscribers that had to be disconnected too. */
@Component
final class StreamMeters {

    private final Counter events;
    private final Counter resets;
    private final Counter disconnections;

    StreamMeters(MeterRegistry meters, Places places) {
        meters.gauge("vigie.stream.subscribers", places, all -> (double) all.taken());
        events = meters.counter("vigie.stream.events");
        resets = meters.counter("vigie.stream.resets");
        disconnections = meters.counter("vigie.stream.disconnections");
    }

    void sent(int count) {
        events.increment(count);
    }

    void reset() {
        resets.increment();
    }

    void disconnected() {
        disconnections.increment();
    }
}
