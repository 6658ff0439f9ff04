package io.vigie.benchmarks.servers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes many records in one transaction: a reader of committed records sees none of them before the end, and then
 * all, so that making them costs it no time.
 */
public final class Burst implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;

    public Burst(Servers servers) {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", servers.bootstrapServers(),
                        "transactional.id", "benchmark",
                        "batch.size", 131_072,
                        "linger.ms", 5,
                        "transaction.timeout.ms", 60_000),
                new StringSerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    /**
     * Publishes them.
     *
     * @return by partition the offset after the last of them
     */
    public Map<TopicPartition, Long> publish(Stream<ProducerRecord<String, byte[]>> records) throws Exception {
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        records.forEach(each -> sent.add(producer.send(each)));
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (Future<RecordMetadata> each : sent) {
            RecordMetadata place = each.get();
            ends.merge(new TopicPartition(place.topic(), place.partition()), place.offset() + 1, Math::max);
        }
        producer.commitTransaction();
        return ends;
    }

    @Override
    public void close() {
        producer.close();
    }
}
