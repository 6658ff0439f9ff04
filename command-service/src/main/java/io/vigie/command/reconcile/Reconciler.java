package io.vigie.command.reconcile;

import io.vigie.command.reconcile.Reconciliation.Difference;
import io.vigie.command.relay.ProgressLog;
import io.vigie.contracts.progress.RelayProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Compares the store with the topics up to the relay's newest progress record, reading only what came since the last
 * round. What looks like a difference is confirmed by comparing everything from the beginning before it is told.
 */
@Component
class Reconciler {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

    /** The topic that stands for "somewhere in the store" in a difference. */
    private static final String STORE = "event-store";

    /** In times of what the last count took. */
    private static final int COUNT_AGAIN_AFTER = 100;

    private final ProgressLog progressLog;
    private final StoreSide storeSide;
    private final TopicSide topicSide;
    private final SavedComparison saved;
    private final Clock clock;
    private volatile Reconciliation newest = Reconciliation.NOT_YET;
    private Instant nextCount = Instant.MIN;

    Reconciler(ProgressLog progressLog, StoreSide storeSide, TopicSide topicSide, SavedComparison saved, Clock clock) {
        this.progressLog = progressLog;
        this.storeSide = storeSide;
        this.topicSide = topicSide;
        this.saved = saved;
        this.clock = clock;
    }

    Reconciliation newest() {
        return newest;
    }

    /** Seconds since the newest comparison; not a number before the first. */
    double age() {
        Instant at = newest.at();
        return at == null ? Double.NaN : Duration.between(at, clock.instant()).toMillis() / 1e3;
    }

    /** From now on it is not this instance that knows. */
    synchronized void forget() {
        newest = Reconciliation.NOT_YET;
    }

    /** Compares what is new. */
    synchronized Reconciliation round() {
        Reconciliation found = compare(saved.load());
        return found.differences().isEmpty() ? tell(found) : everything();
    }

    /** Compares all events that there are. */
    synchronized Reconciliation everything() {
        nextCount = Instant.MIN;
        return tell(compare(new Comparison()));
    }

    private Reconciliation compare(Comparison before) {
        Optional<RelayProgress> newestProgress = progressLog.newest();
        if (newestProgress.isEmpty()) {
            return Reconciliation.NOT_YET;
        }
        RelayProgress progress = newestProgress.get();
        Comparison comparison = TopicSide.isAhead(before, progress) ? new Comparison() : before;
        storeSide.advance(comparison, progress);
        topicSide.advance(comparison, progress);
        Map<TopicPartition, Tally> parked = storeSide.parked(progress);
        saved.save(comparison);
        List<Difference> differences = differences(comparison, parked);
        long counted = total(comparison.stored);
        if (!clock.instant().isBefore(nextCount)) {
            long all = count(progress);
            if (all != counted) {
                differences.add(new Difference(STORE, 0, all, counted));
            }
        }
        return new Reconciliation(
                clock.instant(),
                progress.transactionId(),
                progress.globalIndex(),
                counted,
                total(comparison.published),
                total(parked),
                List.copyOf(differences));
    }

    /** Reads the whole store, which takes longer with every event: a hundredth of the time at most goes into it. */
    private long count(RelayProgress progress) {
        Instant start = clock.instant();
        long all = storeSide.all(progress);
        Instant end = clock.instant();
        nextCount = end.plus(Duration.between(start, end).multipliedBy(COUNT_AGAIN_AFTER));
        return all;
    }

    private static List<Difference> differences(Comparison comparison, Map<TopicPartition, Tally> parked) {
        Set<TopicPartition> partitions = new HashSet<>(comparison.stored.keySet());
        partitions.addAll(comparison.published.keySet());
        List<Difference> differences = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            Tally expected = comparison
                    .stored
                    .getOrDefault(partition, Tally.NONE)
                    .minus(parked.getOrDefault(partition, Tally.NONE));
            Tally found = comparison.published.getOrDefault(partition, Tally.NONE);
            if (!expected.equals(found)) {
                differences.add(
                        new Difference(partition.topic(), partition.partition(), expected.events(), found.events()));
            }
        }
        return differences;
    }

    private Reconciliation tell(Reconciliation found) {
        if (!found.differences().isEmpty() && newest.differences().isEmpty()) {
            LOG.error("Store and topics differ: {}", found.differences());
        }
        newest = found;
        return found;
    }

    private static long total(Map<TopicPartition, Tally> side) {
        return side.values().stream().mapToLong(Tally::events).sum();
    }
}
