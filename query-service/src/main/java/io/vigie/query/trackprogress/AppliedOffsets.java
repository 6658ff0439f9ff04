package io.vigie.query.trackprogress;

import io.vigie.query.projection.Offsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Up to which offsets the views are, by all instances, as the database says. */
@Component
final class AppliedOffsets {

    private final JdbcTemplate jdbc;

    AppliedOffsets(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What the database said.
     *
     * @param askedAt moment of {@link System#nanoTime()} before which it said nothing of it
     * @param next where the views go on
     * @param scored by partition of the events, up to where every event has its score, or never will; null when nobody
     *     asked. It is not younger than {@code next}: what it says of an event, the views show.
     */
    record Reading(
            long askedAt,
            Map<TopicPartition, Long> next,
            @Nullable Map<Integer, Long> scored) {

        boolean contains(Map<String, Map<Integer, Long>> endOffsets) {
            return endOffsets.entrySet().stream().allMatch(topic -> topic.getValue().entrySet().stream()
                    .allMatch(end ->
                            next.getOrDefault(new TopicPartition(topic.getKey(), end.getKey()), 0L) >= end.getValue()));
        }

        boolean containsScores(Map<Integer, Long> endOffsets) {
            return scored != null
                    && endOffsets.entrySet().stream()
                            .allMatch(end -> scored.getOrDefault(end.getKey(), 0L) >= end.getValue());
        }
    }

    /** Asks how far all instances are by now. */
    Reading read(boolean withScores) {
        long askedAt = System.nanoTime();
        Map<Integer, Long> scored = withScores ? scored() : null;
        return new Reading(askedAt, Offsets.all(jdbc), scored);
    }

    private Map<Integer, Long> scored() {
        Map<Integer, Long> scored = new HashMap<>();
        jdbc.query(
                "select partition, max(answered) from (select partition, next_offset as answered from scored_offset"
                        + " union all select partition, settled_offset from given_up_offset) a group by partition",
                row -> {
                    scored.put(row.getInt(1), row.getLong(2));
                });
        return scored;
    }
}
