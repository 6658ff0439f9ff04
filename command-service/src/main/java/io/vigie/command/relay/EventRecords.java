package io.vigie.command.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.command.eventstore.AggregateIds;
import io.vigie.command.eventstore.EventMetadata;
import io.vigie.command.topics.TopicSettings;
import io.vigie.contracts.EventType;
import io.vigie.contracts.EventTypes;
import io.vigie.contracts.Headers;
import io.vigie.contracts.Topic;
import io.vigie.contracts.Topics;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Events as Kafka records: key, partition, CloudEvents headers, and the stored payload unchanged. */
@Component
public class EventRecords {

    /** Where events are. */
    public static final List<Topic> TOPICS =
            List.of(Topics.CLIENT_EVENTS, Topics.ACCOUNT_MANAGER_EVENTS, Topics.MODEL_EVENTS);

    private static final ObjectReader TEXTS =
            JsonMapper.shared().readerFor(new TypeReference<Map<String, String>>() {});
    private static final Set<String> OF_MANAGERS = names(EventTypes.ACCOUNT_MANAGER);
    private static final Set<String> OF_MODELS = names(EventTypes.MODEL);
    private static final byte[] JSON = "application/json".getBytes(UTF_8);
    private static final byte[] SPEC_VERSION = "1.0".getBytes(UTF_8);
    private static final byte[] SOURCE = "/vigie/command-service".getBytes(UTF_8);

    private final int partitions;
    private final Clock clock;

    EventRecords(TopicSettings topics, Clock clock) {
        this.partitions = topics.partitions();
        this.clock = clock;
    }

    /** Where a key's records are, as Kafka's own partitioner has it. */
    public int partition(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % partitions;
    }

    /** The topic of a type of event. */
    public static String topic(String eventType) {
        if (OF_MODELS.contains(eventType)) {
            return Topics.MODEL_EVENTS.name();
        }
        return (OF_MANAGERS.contains(eventType) ? Topics.ACCOUNT_MANAGER_EVENTS : Topics.CLIENT_EVENTS).name();
    }

    /** Whose events a record tells of, by its type and key. */
    static String aggregateId(String eventType, String key) {
        return OF_MODELS.contains(eventType) ? AggregateIds.ofModel(key) : key;
    }

    private static Set<String> names(List<EventType> types) {
        return types.stream().map(EventType::name).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The event's record.
     *
     * @throws RefusedRecord when its time or its metadata aren't what they should be: nothing but the row goes in here,
     *     so whatever fails would fail again
     */
    ProducerRecord<String, byte[]> of(StoredEvent event) throws RefusedRecord {
        try {
            ProducerRecord<String, byte[]> published = new ProducerRecord<>(
                    topic(event.type()),
                    partition(event.subject()),
                    Instant.parse(event.time()).toEpochMilli(),
                    event.subject(),
                    event.payload());
            describe(published, event, metadata(event));
            return published;
        } catch (RuntimeException unreadable) {
            throw RefusedRecord.unreadable(event, unreadable);
        }
    }

    /**
     * Stands for an event that can't be sent: all that can be read but the payload, which is in the
     * store.
     *
     * @param retryOf id of the dead letter that was retried in vain, null for the first one
     */
    ProducerRecord<String, byte[]> deadLetter(StoredEvent event, String reason, @Nullable String retryOf) {
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(Topics.DEAD_LETTERS.name(), 0, clock.millis(), event.subject(), new byte[0]);
        describe(letter, event, readableMetadata(event));
        add(letter, Headers.DEAD_LETTER_CONSUMER, "relay");
        add(letter, Headers.DEAD_LETTER_REASON, reason);
        add(letter, Headers.DEAD_LETTER_ORIGIN, origin(event));
        add(letter, Headers.DEAD_LETTER_TIME, clock.instant().toString());
        if (retryOf != null) {
            add(letter, Headers.DEAD_LETTER_ID, retryOf);
        }
        return letter;
    }

    /** The consumers of a type of event. */
    static List<String> readers(String eventType) {
        return topic(eventType).equals(Topics.CLIENT_EVENTS.name()) ? List.of("scoring", "query") : List.of("query");
    }

    /**
     * Tells a consumer to count an event as done that will never be on its topic.
     *
     * @param letterId the dead letter that was decided on
     */
    ProducerRecord<String, byte[]> eviction(StoredEvent event, String consumer, String letterId) {
        ProducerRecord<String, byte[]> told = new ProducerRecord<>(
                Topics.RETRIES.name(), partition(event.subject()), clock.millis(), event.subject(), new byte[0]);
        describe(told, event, readableMetadata(event));
        add(told, Headers.DEAD_LETTER_ORIGIN, origin(event));
        add(told, Headers.DEAD_LETTER_ID, letterId);
        add(told, Headers.RETRY_CONSUMER, consumer);
        add(told, Headers.RETRY_ACTION, "evict");
        return told;
    }

    private String origin(StoredEvent event) {
        return topic(event.type()) + "/" + partition(event.subject()) + "/" + event.eventId();
    }

    private Map<String, String> metadata(StoredEvent event) {
        Map<String, String> metadata = TEXTS.readValue(event.metadata());
        metadata.values().removeIf(Objects::isNull);
        return metadata;
    }

    private Map<String, String> readableMetadata(StoredEvent event) {
        try {
            return metadata(event);
        } catch (RuntimeException unreadable) {
            return Map.of();
        }
    }

    private static void describe(
            ProducerRecord<String, byte[]> published, StoredEvent event, Map<String, String> metadata) {
        published
                .headers()
                .add(Headers.CONTENT_TYPE, JSON)
                .add(Headers.SPEC_VERSION, SPEC_VERSION)
                .add(Headers.SOURCE, SOURCE);
        add(published, Headers.ID, event.eventId());
        add(published, Headers.TYPE, event.type());
        add(published, Headers.TIME, event.time());
        add(published, Headers.SUBJECT, event.subject());
        add(published, Headers.REVISION, event.revision());
        add(published, Headers.VERSION, Long.toString(event.sequenceNumber() + 1));
        add(published, Headers.TRANSACTION, Long.toString(event.position().transactionId()));
        add(published, Headers.GLOBAL_INDEX, Long.toString(event.position().globalIndex()));
        add(published, Headers.ACTOR, metadata.getOrDefault(EventMetadata.ACTOR, "local"));
        add(published, Headers.ACTOR_KIND, metadata.getOrDefault(EventMetadata.ACTOR_KIND, "system"));
        add(published, Headers.CORRELATION_ID, metadata.getOrDefault(EventMetadata.CORRELATION_ID, event.eventId()));
        add(published, Headers.CAUSATION_ID, metadata.getOrDefault(EventMetadata.CAUSATION_ID, event.eventId()));
    }

    private static void add(ProducerRecord<String, byte[]> published, String name, String value) {
        published.headers().add(name, value.getBytes(UTF_8));
    }
}
