package io.vigie.benchmarks.servers;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what is committed to a topic from now on. */
public final class CommittedRecords implements AutoCloseable {

    private static final long PATIENCE_NANOS = 180_000_000_000L;
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;

    public CommittedRecords(Servers servers, String topic, int partitions) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        servers.bootstrapServers(),
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false,
                        "max.poll.records",
                        10_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
    }

    /** Returns when exactly {@code count} more have been committed. */
    public void await(long count) throws IOException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        long seen = 0;
        while (seen < count) {
            seen += consumer.poll(POLL).count();
            if (System.nanoTime() > deadline) {
                throw new IOException("only " + seen + " of " + count + " records were committed");
            }
        }
        if (seen > count) {
            throw new IOException(seen + " records were committed, " + count + " were expected");
        }
    }

    /** The last record of the next non-empty look. */
    public ConsumerRecord<byte[], byte[]> next() throws IOException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < deadline) {
            ConsumerRecord<byte[], byte[]> last = null;
            for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
                last = each;
            }
            if (last != null) {
                return last;
            }
        }
        throw new IOException("nothing was committed");
    }

    @Override
    public void close() {
        consumer.close();
    }
}
