package io.vigie.command.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.command.platform.KafkaAccess;
import io.vigie.contracts.Headers;
import io.vigie.contracts.progress.RelayProgress;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds the starting point by comparing what the progress records say with what Kafka really holds. Normally both agree.
 * When the broker lost its tail, the relay goes back to the newest progress record whose events are all there, and
 * leaves out those later ones that survived, so that none is missing and none is doubled.
 */
@Component
class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaAccess kafka;
    private final ProgressLog progressLog;
    private final LogEnds logEnds;
    private final RelayMetrics metrics;

    Recovery(KafkaAccess kafka, ProgressLog progressLog, LogEnds logEnds, RelayMetrics metrics) {
        this.kafka = kafka;
        this.progressLog = progressLog;
        this.logEnds = logEnds;
        this.metrics = metrics;
    }

    StartingPoint find() {
        Map<TopicPartition, Long> ends = logEnds.settled();
        Optional<RelayProgress> last = progressLog.newest();
        Optional<RelayProgress> whole = last.filter(progress -> isWhole(progress, ends));
        if (last.isPresent() && whole.isEmpty()) {
            whole = progressLog.newest(progress -> isWhole(progress, ends));
        }
        Map<TopicPartition, Long> from = new HashMap<>();
        whole.ifPresent(
                progress -> logEnds.eventPartitions().forEach(partition -> ProgressLog.endOffset(progress, partition)
                        .ifPresent(offset -> from.put(partition, offset))));
        Map<TopicPartition, Long> endOffsets = new HashMap<>(from);
        Set<String> alreadyThere = survivors(from, endOffsets);
        StartingPoint start = new StartingPoint(
                whole.map(progress -> new Position(progress.transactionId(), progress.globalIndex()))
                        .orElse(Position.BEGINNING),
                whole.map(RelayProgress::sent).orElse(0L),
                endOffsets,
                alreadyThere);
        if (!last.equals(whole) || !alreadyThere.isEmpty()) {
            long lost = last.map(RelayProgress::sent).orElse(0L) - start.sent() - alreadyThere.size();
            LOG.warn(
                    "Kafka and the relay's progress differ: {} events are to be sent again, {} beyond the progress are there",
                    Math.max(0, lost),
                    alreadyThere.size());
            metrics.tailLost(Math.max(0, lost));
        }
        return start;
    }

    private boolean isWhole(RelayProgress progress, Map<TopicPartition, Long> ends) {
        return logEnds.eventPartitions().stream()
                .allMatch(partition ->
                        ProgressLog.endOffset(progress, partition).orElse(0L) <= ends.getOrDefault(partition, 0L));
    }

    /** The events beyond the offsets, which are moved to their ends. */
    private Set<String> survivors(Map<TopicPartition, Long> from, Map<TopicPartition, Long> endOffsets) {
        List<TopicPartition> partitions = logEnds.eventPartitions();
        Set<String> ids = new HashSet<>();
        try (Consumer<String, byte[]> consumer = kafka.consumer("")) {
            consumer.assign(partitions);
            partitions.forEach(partition -> consumer.seek(partition, from.getOrDefault(partition, 0L)));
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<String, byte[]> found : consumer.poll(POLL)) {
                    Header id = found.headers().lastHeader(Headers.ID);
                    if (id != null) {
                        ids.add(new String(id.value(), UTF_8));
                        endOffsets.put(new TopicPartition(found.topic(), found.partition()), found.offset() + 1);
                    }
                }
            }
        }
        return ids;
    }
}
