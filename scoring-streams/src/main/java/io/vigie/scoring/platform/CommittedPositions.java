package io.vigie.scoring.platform;

import io.vigie.contracts.Topics;
import io.vigie.scoring.scoreclient.EventPositions;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far events have been scored, as the broker knows it of the group. */
record CommittedPositions(Admin admin) implements EventPositions {

    private static final long PATIENCE_MILLIS = 2_000;

    @Override
    public OptionalLong committed(int partition) {
        TopicPartition place = new TopicPartition(Topics.CLIENT_EVENTS.name(), partition);
        try {
            // Stable: a transaction that a killed member left open may still move it.
            OffsetAndMetadata found = admin.listConsumerGroupOffsets(
                            Map.of(
                                    StreamsProperties.APPLICATION_ID,
                                    new ListConsumerGroupOffsetsSpec().topicPartitions(List.of(place))),
                            new ListConsumerGroupOffsetsOptions().requireStable(true))
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .get(place);
            return OptionalLong.of(found == null ? 0 : found.offset());
        } catch (ExecutionException | TimeoutException unknown) {
            return OptionalLong.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }
}
