package io.vigie.command.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** What operators want done about events that could not be sent. Looked at only while there are any. */
final class Retries implements AutoCloseable {

    /** Under which the offsets are committed, in the transaction that sends the events. */
    static final String GROUP = "vigie-relay";

    private final Consumer<String, byte[]> consumer;
    private final ParkedAggregates parked;

    Retries(Consumer<String, byte[]> consumer, ParkedAggregates parked, int partitions) {
        this.consumer = consumer;
        this.parked = parked;
        consumer.assign(IntStream.range(0, Topics.RETRIES.partitions(partitions))
                .mapToObj(partition -> new TopicPartition(Topics.RETRIES.name(), partition))
                .toList());
    }

    /**
     * One wish.
     *
     * @param evict counts the event as done without sending it
     * @param letterId the dead letter that was decided on
     */
    record Retry(
            String aggregateId,
            String eventId,
            boolean evict,
            String letterId,
            TopicPartition partition,
            long offset) {}

    interface Handler {
        void handle(Retry retry);
    }

    /** Ends those that took effect before the last relay could note it. */
    void settle() {
        List<ParkedAggregates.Releasing> unfinished = List.copyOf(parked.unfinished());
        Set<TopicPartition> partitions = new HashSet<>();
        unfinished.forEach(releasing -> partitions.add(partition(releasing)));
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions);
        for (ParkedAggregates.Releasing releasing : unfinished) {
            OffsetAndMetadata next = committed.get(partition(releasing));
            if (next != null && next.offset() > releasing.offset()) {
                parked.end(releasing);
            }
        }
    }

    void next(Handler handler) {
        if (parked.size() == 0) {
            return;
        }
        for (ConsumerRecord<String, byte[]> told : consumer.poll(Duration.ZERO)) {
            if ("relay".equals(header(told, Headers.RETRY_CONSUMER)) && told.key() != null) {
                handler.handle(new Retry(
                        EventRecords.aggregateId(header(told, Headers.TYPE), told.key()),
                        header(told, Headers.ID),
                        "evict".equals(header(told, Headers.RETRY_ACTION)),
                        header(told, Headers.DEAD_LETTER_ID),
                        new TopicPartition(told.topic(), told.partition()),
                        told.offset()));
            }
        }
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(1)));
    }

    private static TopicPartition partition(ParkedAggregates.Releasing releasing) {
        return new TopicPartition(Topics.RETRIES.name(), releasing.partition());
    }

    private static String header(ConsumerRecord<String, byte[]> told, String name) {
        Header header = told.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }
}
