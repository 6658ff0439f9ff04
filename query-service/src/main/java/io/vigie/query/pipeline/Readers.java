package io.vigie.query.pipeline;

import io.vigie.contracts.Topics;
import io.vigie.contracts.progress.RelayProgress;
import io.vigie.query.pipeline.KafkaStanding.Members;
import io.vigie.query.pipeline.Pipeline.PartitionStanding;
import io.vigie.query.pipeline.Pipeline.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Partition by partition, who reads it and how far. */
final class Readers {

    static final String EVENTS = "events-topic";
    static final String SCORES = "scores-topic";
    static final String SCORING = "scoring";
    static final String PROJECTION = "projection";

    private final @Nullable RelayProgress relay;
    private final @Nullable KafkaStanding kafka;
    private final Map<Integer, Long> scored;
    private final Map<TopicPartition, Long> projected;

    /**
     * Of what is known.
     *
     * @param scoredAsRead where scoring goes on by the scores that the views have, for when Kafka doesn't say
     * @param projected where the views go on
     */
    Readers(
            @Nullable RelayProgress relay,
            @Nullable KafkaStanding kafka,
            Map<Integer, Long> scoredAsRead,
            Map<TopicPartition, Long> projected) {
        this.relay = relay;
        this.kafka = kafka;
        this.projected = projected;
        this.scored = scoredAsRead;
        if (kafka != null && kafka.scored() != null) {
            this.scored.clear();
            kafka.scored().forEach((partition, next) -> {
                if (partition.topic().equals(Topics.CLIENT_EVENTS.name())) {
                    this.scored.put(partition.partition(), next);
                }
            });
        }
    }

    boolean knowKafka() {
        return kafka != null;
    }

    /** By partition of the client events, where scoring goes on. */
    Map<Integer, Long> scored() {
        return scored;
    }

    List<PartitionStanding> all(int partitions) {
        List<PartitionStanding> all = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            TopicPartition events = new TopicPartition(Topics.CLIENT_EVENTS.name(), partition);
            all.add(new PartitionStanding(
                    EVENTS,
                    partition,
                    end(events),
                    List.of(
                            reader(SCORING, events, scored.getOrDefault(partition, 0L), owners(scoring())),
                            reader(PROJECTION, events, next(events), owners(projection())))));
        }
        for (int partition = 0; partition < partitions; partition++) {
            TopicPartition scores = new TopicPartition(Topics.CLIENT_SCORES.name(), partition);
            all.add(new PartitionStanding(
                    SCORES,
                    partition,
                    end(scores),
                    List.of(reader(PROJECTION, scores, next(scores), owners(projection())))));
        }
        return List.copyOf(all);
    }

    private Reader reader(String stage, TopicPartition partition, long position, Map<TopicPartition, String> owners) {
        return new Reader(stage, position, lag(partition, position), owners.get(partition));
    }

    /**
     * By what the relay says it sent. Where it says nothing the end tells, behind which a mark of a transaction lies: one
     * record that is missing there wouldn't show, and marks in between count as records.
     */
    private @Nullable Long lag(TopicPartition partition, long position) {
        Long sent = relay == null
                ? null
                : relay.endOffsets().getOrDefault(partition.topic(), Map.of()).get(partition.partition());
        if (sent != null) {
            return Math.max(0, sent - position);
        }
        Long end = end(partition);
        return end == null ? null : Long.valueOf(Math.max(0, end - position - 1));
    }

    private long next(TopicPartition partition) {
        return projected.getOrDefault(partition, 0L);
    }

    private @Nullable Long end(TopicPartition partition) {
        return kafka == null ? null : kafka.ends().get(partition);
    }

    @Nullable
    Members scoring() {
        return kafka == null ? null : kafka.scoring();
    }

    @Nullable
    Members projection() {
        return kafka == null ? null : kafka.projection();
    }

    private static Map<TopicPartition, String> owners(@Nullable Members members) {
        return members == null ? Map.of() : members.owners();
    }

    /** What waits for a reader, in all partitions of a topic; null when it isn't known of each. */
    static @Nullable Long waiting(List<PartitionStanding> all, String topic, String stage) {
        List<Reader> readers = of(all, topic)
                .flatMap(partition -> partition.readers().stream())
                .filter(reader -> reader.stage().equals(stage))
                .toList();
        return readers.stream().anyMatch(reader -> reader.lag() == null)
                ? null
                : Long.valueOf(readers.stream()
                        .mapToLong(reader -> reader.lag() == null ? 0 : reader.lag())
                        .sum());
    }

    /** The ends of a topic added up; null when they aren't known. */
    static @Nullable Long ends(List<PartitionStanding> all, String topic) {
        return of(all, topic).anyMatch(partition -> partition.endOffset() == null)
                ? null
                : Long.valueOf(of(all, topic)
                        .mapToLong(partition -> partition.endOffset() == null ? 0 : partition.endOffset())
                        .sum());
    }

    private static Stream<PartitionStanding> of(List<PartitionStanding> all, String topic) {
        return all.stream().filter(partition -> partition.topic().equals(topic));
    }
}
