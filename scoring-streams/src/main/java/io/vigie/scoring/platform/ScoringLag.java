package io.vigie.scoring.platform;

import io.vigie.contracts.Topic;
import io.vigie.contracts.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** How many offsets of its topics scoring has not yet committed; asked of the broker, so that a dead thread shows. */
record ScoringLag(Admin admin, int partitions) {

    private static final long PATIENCE_MILLIS = 1_500;

    /** NaN when the broker doesn't answer. */
    double measure() {
        try {
            Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
            for (Topic topic : List.of(Topics.CLIENT_EVENTS, Topics.RETRIES)) {
                for (int partition = 0; partition < partitions; partition++) {
                    wanted.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
                }
            }
            var ends = admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all();
            var group = admin.listConsumerGroupOffsets(StreamsProperties.APPLICATION_ID)
                    .partitionsToOffsetAndMetadata();
            return lag(
                    ends.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS),
                    group.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException unknown) {
            return Double.NaN;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Double.NaN;
        }
    }

    private static double lag(
            Map<TopicPartition, ListOffsetsResultInfo> ends, Map<TopicPartition, OffsetAndMetadata> committed) {
        long lag = 0;
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end : ends.entrySet()) {
            OffsetAndMetadata done = committed.get(end.getKey());
            lag += Math.max(0, end.getValue().offset() - (done == null ? 0 : done.offset()));
        }
        return lag;
    }
}
