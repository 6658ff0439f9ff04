package io.vigie.scoring.models;

import io.vigie.contracts.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topic of models from its beginning on; every process reads all of it by itself, so there is no group. */
final class ModelsTopic implements AutoCloseable {

    private static final TopicPartition PLACE = new TopicPartition(Topics.MODELS.name(), 0);
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A record that is larger comes all the same, but alone: so there is never more than one large document in memory. */
    private static final int FETCH_BYTES = 1024 * 1024;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final long end;

    /**
     * Connects.
     *
     * @throws org.apache.kafka.common.KafkaException when the broker doesn't answer
     */
    ModelsTopic(Map<String, Object> broker) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "scoring-models");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            consumer.assign(List.of(PLACE));
            consumer.seekToBeginning(List.of(PLACE));
            end = Objects.requireNonNull(consumer.endOffsets(List.of(PLACE)).get(PLACE));
        } catch (RuntimeException fault) {
            consumer.close();
            throw fault;
        }
    }

    /** What came, possibly nothing. */
    ConsumerRecords<byte[], byte[]> poll() {
        return consumer.poll(TICK);
    }

    /** Whether everything has been read that was there at the start. */
    boolean caughtUp() {
        return consumer.position(PLACE) >= end;
    }

    /**
     * The value at an offset that was read before; reading goes on where it was.
     *
     * @throws Unusable when it is there no more: then a later record has taken its place
     */
    byte[] valueAt(long offset) throws Unusable {
        long back = consumer.position(PLACE);
        try {
            consumer.seek(PLACE, offset);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(TICK)) {
                    if (record.offset() == offset && record.value() != null) {
                        return record.value();
                    }
                    throw new Unusable("Its document was replaced while it was read.");
                }
            }
            throw new TimeoutException("The document didn't come.");
        } finally {
            consumer.seek(PLACE, back);
        }
    }

    /** Ends a poll that another thread is in. */
    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
