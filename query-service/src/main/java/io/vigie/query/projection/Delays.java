package io.vigie.query.projection;

import io.vigie.contracts.EventEnvelope;
import io.vigie.contracts.EventEnvelope.Unacceptable;
import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How long client events took in the last minute, of those that this instance has projected: until this instance
 * took them up, and until they could be read here.
 */
@Component
public final class Delays {

    private final LastMinute received = new LastMinute();
    private final LastMinute readable = new LastMinute();
    private final Clock clock;

    Delays(Clock clock) {
        this.clock = clock;
    }

    /**
     * Of a batch that was committed just now. When it came isn't what the records say of their time: the relay gives them
     * the events'.
     *
     * @param took from when it came until it was committed
     */
    void note(List<Arrival> arrivals, Duration took) {
        Instant now = clock.instant();
        Instant came = now.minus(took);
        for (Arrival arrival : arrivals) {
            Instant happened = arrival.kafkaRecord().topic().equals(Topics.CLIENT_EVENTS.name()) ? time(arrival) : null;
            if (happened != null) {
                received.add(
                        now.getEpochSecond(), Duration.between(happened, came).toMillis());
                readable.add(
                        now.getEpochSecond(), Duration.between(happened, now).toMillis());
            }
        }
    }

    /** Nothing for one that no event can have: it has a letter, not a duration. */
    private static @Nullable Instant time(Arrival arrival) {
        Header time = arrival.kafkaRecord().headers().lastHeader(Headers.TIME);
        if (time == null || time.value() == null) {
            return null;
        }
        try {
            return EventEnvelope.time(new String(time.value(), StandardCharsets.UTF_8));
        } catch (Unacceptable garbage) {
            return null;
        }
    }

    /** From when an event was recorded until its batch was taken up, for the last time if it was tried again. */
    public Percentiles untilReceived() {
        return received.told(clock.instant().getEpochSecond());
    }

    /** From when an event was recorded until it could be read. */
    public Percentiles untilReadable() {
        return readable.told(clock.instant().getEpochSecond());
    }
}
