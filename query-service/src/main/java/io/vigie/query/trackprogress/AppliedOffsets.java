package io.vigie.query.trackprogress;

import io.vigie.query.projection.Offsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Up to which offsets the views are, as the database said when it was last asked. */
@Component
final class AppliedOffsets {

    private final JdbcTemplate jdbc;
    private volatile Map<TopicPartition, Long> next = new ConcurrentHashMap<>();
    private volatile Map<Integer, Long> scored = new ConcurrentHashMap<>();

    AppliedOffsets(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads how far all instances are by now. */
    void refresh() {
        next = new ConcurrentHashMap<>(Offsets.all(jdbc));
    }

    /** And up to where every event has its score, or never will. */
    void refreshScored() {
        Map<Integer, Long> scoredNow = new ConcurrentHashMap<>();
        jdbc.query(
                "select partition, max(answered) from (select partition, next_offset as answered from scored_offset"
                        + " union all select partition, settled_offset from given_up_offset) a group by partition",
                row -> {
                    scoredNow.put(row.getInt(1), row.getLong(2));
                });
        scored = scoredNow;
    }

    boolean contain(Map<String, Map<Integer, Long>> endOffsets) {
        Map<TopicPartition, Long> now = next;
        return endOffsets.entrySet().stream().allMatch(topic -> topic.getValue().entrySet().stream()
                .allMatch(end ->
                        now.getOrDefault(new TopicPartition(topic.getKey(), end.getKey()), 0L) >= end.getValue()));
    }

    boolean containScores(Map<Integer, Long> endOffsets) {
        Map<Integer, Long> now = scored;
        return endOffsets.entrySet().stream().allMatch(end -> now.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }
}
