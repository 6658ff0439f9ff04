package io.vigie.standalone.trainingset;

import io.vigie.contracts.EventEnvelope;
import io.vigie.contracts.EventEnvelope.Unacceptable;
import io.vigie.contracts.EventPayload;
import io.vigie.contracts.EventType;
import io.vigie.contracts.EventTypes;
import io.vigie.contracts.Topics;
import io.vigie.contracts.client.ClientEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Every event of a client that is published and committed, from the beginning to where the topic ends when it is opened. */
final class ClientHistory {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> settings;

    ClientHistory(Map<String, Object> broker) {
        settings = new HashMap<>(broker);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        settings.put("max.poll.records", "5000");
    }

    /** Hands every event to the rows, and tells how many were read as it goes on. */
    void read(TrainingRows rows, LongConsumer progress) {
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.CLIENT_EVENTS.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long count = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    hand(record, rows);
                    progress.accept(++count);
                }
            }
        }
    }

    /** What is no event for any reader is none here; the client's next version shows that something is missing. */
    private static void hand(ConsumerRecord<byte[], byte[]> record, TrainingRows rows) {
        try {
            EventEnvelope envelope = EventEnvelope.of(
                    record.key(),
                    record.timestamp(),
                    name -> text(record.headers().lastHeader(name)));
            EventType type =
                    EventTypes.client(envelope.type(), envelope.revision()).orElse(null);
            if (type != null
                    && JsonMapper.shared().readValue(record.value(), type.payload()) instanceof ClientEvent event
                    && EventPayload.flaw(event).isEmpty()
                    && event.clientId().equals(envelope.subject())) {
                rows.take(event, envelope.version(), envelope.time());
            }
        } catch (Unacceptable | JacksonException | IllegalArgumentException garbage) {
            // Scoring and the views have put it into the dead letters.
        }
    }

    private static @Nullable String text(@Nullable Header header) {
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
