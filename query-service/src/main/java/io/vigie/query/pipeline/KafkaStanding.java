package io.vigie.query.pipeline;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What the broker says.
 *
 * @param ends where the next record of each partition goes, without what isn't committed yet
 * @param scored where scoring goes on; null when the broker doesn't tell
 * @param scoring who has partitions there
 * @param projection who has partitions here
 */
record KafkaStanding(
        Map<TopicPartition, Long> ends,
        @Nullable Map<TopicPartition, Long> scored,
        @Nullable Members scoring,
        @Nullable Members projection) {

    /**
     * Of a consumer group.
     *
     * @param owners by partition, the instance that has it
     * @param instances all of them
     */
    record Members(Map<TopicPartition, String> owners, Set<String> instances) {}
}
