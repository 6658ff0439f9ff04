package io.vigie.query.projection;

import io.vigie.contracts.EventEnvelope;
import io.vigie.contracts.EventEnvelope.Unacceptable;
import io.vigie.contracts.EventPayload;
import io.vigie.contracts.EventType;
import io.vigie.contracts.Headers;
import io.vigie.query.platform.TableWrite;
import io.vigie.query.platform.Wire;
import io.vigie.query.projection.Track.Applied;
import io.vigie.query.projection.Track.Step;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * An event that was understood, or one that wasn't and only counts.
 *
 * @param event null for one that only counts
 * @param json its payload as it was received
 */
public record EventRecord<E>(EventEnvelope head, @Nullable E event, String json) {

    /** How an event type is looked up. */
    public interface Types {

        /** By name and revision. */
        Optional<EventType> find(String name, int revision);
    }

    /** The event, where there is one to apply. */
    public E known() {
        return Objects.requireNonNull(event, "a record that only counts has no effect");
    }

    /**
     * Counts a record that can't be understood, as far as it says of which subject and version it is. What else it said
     * stays in its dead letter: the row of the history holds no more than the place.
     */
    public static <E> Numbered<EventRecord<E>> place(Arrival arrival) throws Garbage {
        String subject = arrival.claimedSubject();
        Map<String, String> headers = arrival.headers();
        try {
            long version = EventEnvelope.version(headers.get(Headers.VERSION));
            UUID id = id(arrival, headers.get(Headers.ID));
            EventEnvelope head =
                    new EventEnvelope(subject, id, "unreadable", 0, Instant.EPOCH, version, null, null, null);
            return new Numbered<>(subject, version, id.toString(), new EventRecord<>(head, null, "{}"));
        } catch (Unacceptable unplaced) {
            throw new Garbage(unplaced.reason());
        }
    }

    private static UUID id(Arrival arrival, @Nullable String claimed) {
        try {
            return EventEnvelope.id(claimed);
        } catch (Unacceptable noId) {
            return arrival.placeId();
        }
    }

    /** Understands an event of {@code kind}, one of {@code types}, whose aggregate is {@code id}. */
    public static <E> Numbered<EventRecord<E>> read(
            Arrival arrival, int partitions, Types types, Class<E> kind, Function<E, String> id) throws Garbage {
        EventEnvelope head = arrival.envelope(partitions);
        EventType type = types.find(head.type(), head.revision())
                .orElseThrow(() -> new Garbage("no event of that type and revision is known here"));
        byte[] value = arrival.value();
        E event;
        try {
            event = kind.cast(Wire.read(value, type.payload(), EventPayload.MOST_DIGITS));
        } catch (Wire.NotReadable notReadable) {
            throw new Garbage(String.valueOf(notReadable.getMessage()));
        }
        Optional<String> flaw = EventPayload.flaw(event);
        if (flaw.isPresent()) {
            throw new Garbage(flaw.get());
        }
        if (value == null || !id.apply(event).equals(head.subject())) {
            throw new Garbage("the key isn't the id in the value");
        }
        if (!isInItsPlace(head)) {
            throw new Garbage("version 1 and registration go together");
        }
        return new Numbered<>(
                head.subject(),
                head.version(),
                head.id().toString(),
                new EventRecord<>(head, event, new String(value, StandardCharsets.UTF_8)));
    }

    /** Every life begins with a registration and has one only; a model's begins with an upload and may have more. */
    private static boolean isInItsPlace(EventEnvelope head) {
        boolean registers = head.type().endsWith("-registered");
        return head.version() == 1 ? registers || head.type().endsWith("-uploaded") : !registers;
    }

    /** The history table of {@code aggregate}. */
    public static <E> TableWrite<Step<EventRecord<E>>> history(String aggregate) {
        return TableWrite.<Step<EventRecord<E>>>into(aggregate + "_event")
                .key(aggregate + "_id", "text", step -> step.numbered().subject())
                .key("version", "int8", step -> step.numbered().number())
                .column("event_id", "text", step -> step.numbered().id())
                .column("type", "text", step -> head(step).type())
                .column("revision", "int4", step -> head(step).revision())
                .column("time", "timestamptz", step -> head(step).time())
                .column("actor", "text", step -> head(step).actor())
                .column("actor_kind", "text", step -> head(step).actorKind())
                .column("correlation_id", "text", step -> head(step).correlationId())
                .column("payload", "text", step -> step.numbered().payload().json())
                .column("handled", "bool", Step::handled);
    }

    private static <E> EventEnvelope head(Step<EventRecord<E>> step) {
        return step.numbered().payload().head();
    }

    /** What the history of {@code aggregate} has under these numbers. */
    public static List<Applied> applied(
            JdbcTemplate jdbc, String aggregate, Collection<String> subjects, Collection<Long> numbers) {
        return jdbc.query(
                "select h.%1$s_id, h.version, h.event_id from unnest(?::text[], ?::int8[]) as p(id, version) join %1$s_event h on h.%1$s_id = p.id and h.version = p.version"
                        .formatted(aggregate),
                (row, index) -> new Applied(row.getString(1), row.getLong(2), row.getString(3)),
                subjects.toArray(String[]::new),
                numbers.toArray(Long[]::new));
    }
}
