package io.vigie.scoring.scoreclient;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.contracts.EventEnvelope;
import io.vigie.contracts.EventEnvelope.Unacceptable;
import io.vigie.contracts.EventPayload;
import io.vigie.contracts.EventType;
import io.vigie.contracts.EventTypes;
import io.vigie.contracts.Headers;
import io.vigie.contracts.client.ClientEvent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Tells client events from garbage. The type's name is looked up in a list, never loaded as a class. */
final class EventDecoder {

    /** What came out: an event, or the reason why it is none, without anything of its content. */
    sealed interface Decoded {
        /** An event. */
        record Event(ReceivedEvent event) implements Decoded {}

        /** None. */
        record Garbage(String reason) implements Decoded {}
    }

    private final Clock clock;
    private final int partitions;
    private final Map<EventType, ObjectReader> readers;

    EventDecoder(Clock clock, int partitions) {
        this.clock = clock;
        this.partitions = partitions;
        JsonMapper mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        this.readers = EventTypes.CLIENT.stream()
                .collect(Collectors.toMap(type -> type, type -> mapper.readerFor(type.payload())));
    }

    Decoded decode(Incoming record) {
        try {
            return new Decoded.Event(event(record));
        } catch (Unacceptable garbage) {
            return new Decoded.Garbage(garbage.reason());
        }
    }

    /** The client whose key the record has, null for a key that can't be a client's. */
    @Nullable
    String keyOf(Incoming record) {
        try {
            return EventEnvelope.subject(record.key());
        } catch (Unacceptable noClient) {
            return null;
        }
    }

    /** The event id that the record claims, null when it is no UUID. */
    @Nullable
    String idOf(Incoming record) {
        try {
            return EventEnvelope.id(record.header(Headers.ID)).toString();
        } catch (Unacceptable noId) {
            return null;
        }
    }

    /** The version that the record claims to be of, 0 when it claims none. */
    long versionOf(Incoming record) {
        try {
            return EventEnvelope.version(record.header(Headers.VERSION));
        } catch (Unacceptable noVersion) {
            return 0;
        }
    }

    /** The time that the record claims for its event, now when it can't be right. */
    Instant timeOf(Incoming record) {
        try {
            return EventEnvelope.time(record.header(Headers.TIME));
        } catch (Unacceptable noTime) {
            return clock.instant();
        }
    }

    private ReceivedEvent event(Incoming record) throws Unacceptable {
        EventEnvelope envelope = EventEnvelope.of(record.key(), record.timestamp(), record::header);
        String clientId = envelope.subject();
        demand(
                Utils.toPositive(Utils.murmur2(clientId.getBytes(UTF_8))) % partitions == record.partition(),
                "The record is not on the partition of its key.");
        EventType type = EventTypes.client(envelope.type(), envelope.revision())
                .orElseThrow(() -> new Unacceptable("This build knows no such type and revision of a client event."));
        ClientEvent payload = payload(type, record.value());
        demand(clientId.equals(payload.clientId()), "The key is not the client that the value speaks of.");
        return new ReceivedEvent(record, clientId, envelope.id(), envelope.version(), envelope.time(), payload);
    }

    private static void demand(boolean holds, String reason) throws Unacceptable {
        if (!holds) {
            throw new Unacceptable(reason);
        }
    }

    private ClientEvent payload(EventType type, byte @Nullable [] value) throws Unacceptable {
        if (value == null || value.length == 0) {
            throw new Unacceptable("The value is empty.");
        }
        try {
            // Decoded first: a reader of bytes would guess the encoding.
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
            ClientEvent payload = Objects.requireNonNull(readers.get(type)).readValue(text);
            if (payload != null) {
                Optional<String> flaw = EventPayload.flaw(payload);
                demand(flaw.isEmpty(), flaw.orElse(""));
                return payload;
            }
        } catch (JacksonException | CharacterCodingException notJson) {
            // said below; the parser's own words quote the content
        }
        throw new Unacceptable("The value is not the JSON of " + type.name() + ", revision " + type.revision() + ".");
    }
}
