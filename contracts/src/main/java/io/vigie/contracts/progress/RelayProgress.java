package io.vigie.contracts.progress;

import java.time.Instant;
import java.util.Map;

/**
 * Written to {@code vigie.relay.progress.v1} in the same Kafka transaction as the events it speaks of: every event at or
 * before this position is on its topic, below these offsets. It is the relay's saved position, and lets a reader that
 * has applied those offsets say "I have everything up to a token".
 *
 * @param transactionId PostgreSQL transaction (xid8) of the last event sent; consistency tokens are of this kind
 * @param globalIndex global index of the last event sent
 * @param sent number of events sent since the beginning of the store
 * @param endOffsets by topic, by partition: offset of the last record sent there, + 1; partitions without any are absent
 * @param publishedAt when
 */
public record RelayProgress(
        long transactionId,
        long globalIndex,
        long sent,
        Map<String, Map<Integer, Long>> endOffsets,
        Instant publishedAt) {

    /** Copies the map. */
    public RelayProgress {
        endOffsets = Map.copyOf(endOffsets);
    }
}
