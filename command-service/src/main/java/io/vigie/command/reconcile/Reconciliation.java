package io.vigie.command.reconcile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a comparison of store and topics.
 *
 * @param at when, null before the first
 * @param transactionId up to which position
 * @param globalIndex up to which position
 * @param stored events in the store up to there
 * @param published events on the topics up to there
 * @param parked events that are not sent because one of their aggregate can't be
 * @param differences partitions where the two sides differ, confirmed by reading everything again; empty is good
 */
record Reconciliation(
        @Nullable Instant at,
        long transactionId,
        long globalIndex,
        long stored,
        long published,
        long parked,
        List<Difference> differences) {

    static final Reconciliation NOT_YET = new Reconciliation(null, 0, 0, 0, 0, 0, List.of());

    /** One partition where stored (less parked) and published events differ, in number or in what they are. */
    record Difference(String topic, int partition, long stored, long published) {}

    /** How many events are missing or too many, at least one per difference. */
    long gaps() {
        return differences.stream()
                .mapToLong(difference -> Math.max(1, Math.abs(difference.stored() - difference.published())))
                .sum();
    }
}
