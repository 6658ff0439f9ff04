package io.vigie.acceptance.faults;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Somebody who writes to a topic without asking the relay. */
public final class RawProducer implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;

    private RawProducer(KafkaProducer<String, byte[]> producer) {
        this.producer = producer;
    }

    public static RawProducer plain(Map<String, Object> kafka) {
        return new RawProducer(producer(kafka));
    }

    public static RawProducer transactional(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("transactional.id", "acceptance-aborts");
        RawProducer raw = new RawProducer(producer(settings));
        raw.producer.initTransactions();
        return raw;
    }

    public RecordMetadata send(ProducerRecord<String, byte[]> record) throws ExecutionException, InterruptedException {
        return producer.send(record).get();
    }

    /** Leaves the record on the topic, marked as aborted. */
    public void sendAndAbort(ProducerRecord<String, byte[]> record) throws ExecutionException, InterruptedException {
        producer.beginTransaction();
        producer.send(record).get();
        producer.abortTransaction();
    }

    private static KafkaProducer<String, byte[]> producer(Map<String, Object> settings) {
        return new KafkaProducer<>(new HashMap<>(settings), new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public void close() {
        producer.close();
    }
}
