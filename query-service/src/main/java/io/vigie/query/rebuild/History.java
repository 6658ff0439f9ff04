package io.vigie.query.rebuild;

import io.vigie.contracts.Topic;
import io.vigie.contracts.Topics;
import io.vigie.query.platform.TopicSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Everything that was ever published to the projections, read from the beginning up to given offsets. */
final class History implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int PATIENCE_MILLIS = 20_000;
    private static final List<Topic> FIRST = List.of(
            Topics.CLIENT_EVENTS,
            Topics.ACCOUNT_MANAGER_EVENTS,
            Topics.MODEL_EVENTS,
            Topics.MODELS,
            Topics.MODEL_SWAPS,
            Topics.MODEL_SKETCHES,
            Topics.CLIENT_SCORES,
            Topics.CLIENT_SHADOW_SCORES,
            Topics.DEAD_LETTERS);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Set<TopicPartition> happened = new HashSet<>();
    private final Set<TopicPartition> decided;
    private final Set<TopicPartition> all = new HashSet<>();
    private final Set<TopicPartition> cutOff = new HashSet<>();

    History(Map<String, Object> settings, TopicSettings topics) {
        Map<String, Object> own = new HashMap<>(settings);
        own.remove("group.id");
        own.put("client.id", "vigie-query-rebuild");
        own.put("default.api.timeout.ms", PATIENCE_MILLIS);
        consumer = new KafkaConsumer<>(own, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        FIRST.forEach(topic -> happened.addAll(partitions(topic, topics)));
        decided = partitions(Topics.RETRIES, topics);
        all.addAll(happened);
        all.addAll(decided);
        consumer.assign(all);
        consumer.seekToBeginning(all);
    }

    private static Set<TopicPartition> partitions(Topic topic, TopicSettings topics) {
        Set<TopicPartition> partitions = new HashSet<>();
        IntStream.range(0, topic.partitions(topics.partitions()))
                .forEach(partition -> partitions.add(new TopicPartition(topic.name(), partition)));
        return partitions;
    }

    /** What happened by itself. */
    Set<TopicPartition> happened() {
        return happened;
    }

    /** What people decided about it: only after it makes sense. */
    Set<TopicPartition> all() {
        return all;
    }

    Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(all);
    }

    /**
     * Reads these partitions.
     *
     * @param from where each goes on
     * @param until what is at or behind these offsets is left for later
     */
    List<ConsumerRecord<byte[], byte[]>> read(
            Set<TopicPartition> partitions, Map<TopicPartition, Long> from, Map<TopicPartition, Long> until) {
        Set<TopicPartition> wanted = new HashSet<>(partitions);
        wanted.removeIf(partition -> from.getOrDefault(partition, 0L) >= until.getOrDefault(partition, 0L));
        Set<TopicPartition> others = new HashSet<>(all);
        others.removeAll(wanted);
        consumer.pause(others);
        consumer.resume(wanted);
        wanted.forEach(partition -> {
            // Only then: otherwise marks of transactions lie in between, and a segment may end with one. Whoever went
            // back behind it each time would never come to the next.
            if (cutOff.remove(partition)) {
                consumer.seek(partition, from.getOrDefault(partition, 0L));
            }
        });
        List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> one : consumer.poll(POLL)) {
            TopicPartition partition = new TopicPartition(one.topic(), one.partition());
            if (one.offset() < until.getOrDefault(partition, 0L)) {
                read.add(one);
            } else {
                cutOff.add(partition);
            }
        }
        return read;
    }

    /** Whether everything before this offset was read; behind the last record there may be marks of transactions. */
    boolean isBehind(TopicPartition partition, long offset) {
        return consumer.position(partition) < offset;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
