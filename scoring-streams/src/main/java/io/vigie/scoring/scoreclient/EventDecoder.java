package io.vigie.scoring.scoreclient;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.contracts.EventType;
import io.vigie.contracts.EventTypes;
import io.vigie.contracts.Headers;
import io.vigie.contracts.client.ClientEvent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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

    private static final class GarbageFound extends Exception {
        private static final long serialVersionUID = 1L;

        GarbageFound(String reason) {
            super(reason, null, false, false);
        }
    }

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);

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
        } catch (GarbageFound garbage) {
            return new Decoded.Garbage(String.valueOf(garbage.getMessage()));
        }
    }

    /** The client whose key the record has, null for a key that can't be a client's. */
    @Nullable
    String keyOf(Incoming record) {
        try {
            return clientId(record.key());
        } catch (GarbageFound noClient) {
            return null;
        }
    }

    /** The event id that the record claims, null when it is no UUID. */
    @Nullable
    String idOf(Incoming record) {
        try {
            return id(needed(record, Headers.ID)).toString();
        } catch (GarbageFound noId) {
            return null;
        }
    }

    /** The time that the record claims for its event, now when it can't be right. */
    Instant timeOf(Incoming record) {
        try {
            return time(needed(record, Headers.TIME));
        } catch (GarbageFound noTime) {
            return clock.instant();
        }
    }

    private ReceivedEvent event(Incoming record) throws GarbageFound {
        String clientId = clientId(record.key());
        demand(believable(Instant.ofEpochMilli(record.timestamp())), "The time of the record can't be right.");
        demand("1.0".equals(record.header(Headers.SPEC_VERSION)), "A CloudEvents header is missing: ce_specversion.");
        demand(clientId.equals(needed(record, Headers.SUBJECT)), "The key is not the subject of the event.");
        demand(
                Utils.toPositive(Utils.murmur2(clientId.getBytes(UTF_8))) % partitions == record.partition(),
                "The record is not on the partition of its key.");
        UUID id = id(needed(record, Headers.ID));
        EventType type = type(needed(record, Headers.TYPE), needed(record, Headers.REVISION));
        Instant time = time(needed(record, Headers.TIME));
        needed(record, Headers.VERSION);
        long version = record.claimedVersion();
        demand(version > 0, "The version is not a number from 1.");
        ClientEvent payload = payload(type, record.value());
        demand(clientId.equals(payload.clientId()), "The key is not the client that the value speaks of.");
        return new ReceivedEvent(record, clientId, id, version, time, payload);
    }

    private static void demand(boolean holds, String reason) throws GarbageFound {
        if (!holds) {
            throw new GarbageFound(reason);
        }
    }

    private static String needed(Incoming record, String header) throws GarbageFound {
        String value = record.header(header);
        if (value == null) {
            throw new GarbageFound("A header is missing: " + header + ".");
        }
        return value;
    }

    private static String clientId(byte @Nullable [] key) throws GarbageFound {
        if (key == null) {
            throw new GarbageFound("The record has no key.");
        }
        demand(key.length >= 1 && key.length <= 64, "The key is not the id of a client.");
        for (byte letter : key) {
            boolean allowed = letter >= 'a' && letter <= 'z'
                    || letter >= 'A' && letter <= 'Z'
                    || letter >= '0' && letter <= '9'
                    || letter == '.'
                    || letter == '_'
                    || letter == '-';
            demand(allowed, "The key is not the id of a client.");
        }
        return new String(key, UTF_8);
    }

    private static UUID id(String text) throws GarbageFound {
        try {
            if (text.length() == 36) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException notAnId) {
            // said below
        }
        throw new GarbageFound("The event id is not a UUID.");
    }

    private static EventType type(String name, String revision) throws GarbageFound {
        long number = Incoming.number(revision);
        if (number < 1 || number > Integer.MAX_VALUE) {
            throw new GarbageFound("The revision is not a number from 1.");
        }
        return EventTypes.client(name, (int) number)
                .orElseThrow(() -> new GarbageFound("This build knows no such type and revision of a client event."));
    }

    private Instant time(String text) throws GarbageFound {
        try {
            Instant time = Instant.parse(text);
            if (believable(time)) {
                return time;
            }
        } catch (DateTimeException notATime) {
            // said below
        }
        throw new GarbageFound("The time of the event can't be right.");
    }

    private boolean believable(Instant time) {
        return !time.isBefore(EARLIEST) && !time.isAfter(clock.instant().plus(CLOCK_SKEW));
    }

    private ClientEvent payload(EventType type, byte @Nullable [] value) throws GarbageFound {
        if (value == null || value.length == 0) {
            throw new GarbageFound("The value is empty.");
        }
        try {
            // Decoded first: a reader of bytes would guess the encoding.
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
            ClientEvent payload = Objects.requireNonNull(readers.get(type)).readValue(text);
            if (payload != null) {
                return payload;
            }
        } catch (JacksonException | CharacterCodingException notJson) {
            // said below; the parser's own words quote the content
        }
        throw new GarbageFound("The value is not the JSON of " + type.name() + ", revision " + type.revision() + ".");
    }
}
