package io.vigie.command.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.command.platform.KafkaAccess;
import io.vigie.command.relay.EventRecords;
import io.vigie.contracts.Headers;
import io.vigie.contracts.progress.RelayProgress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.springframework.stereotype.Component;

/** Counts what is on Kafka, as every reader of committed records sees it. */
@Component
class TopicSide {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaAccess kafka;

    TopicSide(KafkaAccess kafka) {
        this.kafka = kafka;
    }

    /** Counts on to the end offsets that the relay told. */
    void advance(Comparison comparison, RelayProgress until) {
        Map<TopicPartition, Long> ends = endOffsets(until);
        try (Consumer<String, byte[]> consumer = kafka.consumer("")) {
            consumer.assign(ends.keySet());
            ends.keySet().forEach(partition -> consumer.seek(partition, comparison.nextOffset(partition)));
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> found : consumer.poll(POLL)) {
                    TopicPartition partition = new TopicPartition(found.topic(), found.partition());
                    if (found.offset() < ends.getOrDefault(partition, 0L)) {
                        Comparison.count(comparison.published, partition, id(found), found.value());
                    }
                }
            }
        }
        comparison.nextOffsets.putAll(ends);
    }

    /** Whether the comparison has read further than the topics now go: Kafka lost something meanwhile. */
    static boolean isAhead(Comparison comparison, RelayProgress progress) {
        Map<TopicPartition, Long> ends = endOffsets(progress);
        return comparison.nextOffsets.entrySet().stream()
                .anyMatch(read -> read.getValue() > ends.getOrDefault(read.getKey(), 0L));
    }

    private static Map<TopicPartition, Long> endOffsets(RelayProgress progress) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        EventRecords.TOPICS.forEach(topic -> progress.endOffsets()
                .getOrDefault(topic.name(), Map.of())
                .forEach((partition, end) -> ends.put(new TopicPartition(topic.name(), partition), end)));
        return ends;
    }

    private static String id(ConsumerRecord<String, byte[]> found) {
        Header id = found.headers().lastHeader(Headers.ID);
        return id == null ? "" : new String(id.value(), UTF_8);
    }
}
