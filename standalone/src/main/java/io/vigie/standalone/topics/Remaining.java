package io.vigie.standalone.topics;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How many records lie between a position and the end. The difference of the offsets counts the end marks of
 * transactions too, so that who has read everything would look one behind: small differences are read and counted.
 */
final class Remaining {

    private static final long SMALL = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Map<String, Object> settings;

    Remaining(Map<String, Object> broker) {
        this.settings = new HashMap<>(broker);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
    }

    Map<TopicPartition, Long> records(Map<TopicPartition, Long> positions, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> lags = new HashMap<>();
        Map<TopicPartition, Long> small = new HashMap<>();
        positions.forEach((partition, position) -> {
            long lag = Math.max(0, ends.getOrDefault(partition, 0L) - position);
            lags.put(partition, lag);
            if (lag > 0 && lag <= SMALL) {
                small.put(partition, position);
            }
        });
        if (!small.isEmpty()) {
            lags.putAll(counted(small, ends));
        }
        return lags;
    }

    private Map<TopicPartition, Long> counted(Map<TopicPartition, Long> positions, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> counts = new HashMap<>();
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
            consumer.assign(positions.keySet());
            positions.forEach(consumer::seek);
            positions.keySet().forEach(partition -> counts.put(partition, 0L));
            long patience = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < patience
                    && positions.keySet().stream()
                            .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<byte[], byte[]> found : consumer.poll(Duration.ofMillis(100))) {
                    TopicPartition partition = new TopicPartition(found.topic(), found.partition());
                    if (found.offset() < ends.getOrDefault(partition, 0L)) {
                        counts.merge(partition, 1L, Long::sum);
                    }
                }
            }
        }
        return counts;
    }
}
