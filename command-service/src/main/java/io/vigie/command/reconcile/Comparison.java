package io.vigie.command.reconcile;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** How far the comparison has come, and what each side amounts to. */
final class Comparison {

    long transactionId;
    long globalIndex;
    final Map<TopicPartition, Tally> stored = new HashMap<>();
    final Map<TopicPartition, Tally> published = new HashMap<>();
    final Map<TopicPartition, Long> nextOffsets = new HashMap<>();

    long nextOffset(TopicPartition partition) {
        return nextOffsets.getOrDefault(partition, 0L);
    }

    static void count(Map<TopicPartition, Tally> side, TopicPartition partition, String eventId, byte[] payload) {
        side.merge(partition, Tally.NONE.plus(eventId, payload), (known, one) -> known.plus(eventId, payload));
    }
}
