package io.vigie.command.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/** The records of one Kafka transaction that are on their way; every one of them is awaited. */
final class Shipment {

    private static final Set<Class<?>> FOR_GOOD = Set.of(
            RecordTooLargeException.class,
            RecordBatchTooLargeException.class,
            InvalidTimestampException.class,
            InvalidRecordException.class,
            SerializationException.class);

    private final Producer<String, byte[]> producer;
    private final Map<StoredEvent, Future<RecordMetadata>> events = new LinkedHashMap<>();
    private final List<Future<RecordMetadata>> others = new ArrayList<>();

    Shipment(Producer<String, byte[]> producer) {
        this.producer = producer;
        producer.beginTransaction();
    }

    void send(StoredEvent event, ProducerRecord<String, byte[]> published) {
        events.put(event, producer.send(published));
    }

    /** Something about an event that isn't sent itself. */
    void sendInstead(ProducerRecord<String, byte[]> word) {
        others.add(producer.send(word));
    }

    int size() {
        return events.size();
    }

    /**
     * Waits until the broker has everything.
     *
     * @return the end of each partition that got something, those of dead letters and evictions included: who has read
     *     up to them knows what was left out
     * @throws RefusedRecord when the broker will never take one of the events
     * @throws KafkaException when it did not take one now
     */
    Map<TopicPartition, Long> acknowledged() throws RefusedRecord {
        producer.flush();
        Map<TopicPartition, Long> ends = new HashMap<>();
        KafkaException failure = null;
        for (Map.Entry<StoredEvent, Future<RecordMetadata>> sent : events.entrySet()) {
            try {
                RecordMetadata place = await(sent.getValue());
                ends.merge(new TopicPartition(place.topic(), place.partition()), place.offset() + 1, Math::max);
            } catch (KafkaException e) {
                if (FOR_GOOD.contains(e.getClass())) {
                    throw RefusedRecord.byKafka(sent.getKey(), e);
                }
                failure = failure == null ? e : failure;
            }
        }
        for (Future<RecordMetadata> other : others) {
            RecordMetadata place = await(other);
            ends.merge(new TopicPartition(place.topic(), place.partition()), place.offset() + 1, Math::max);
        }
        if (failure != null) {
            throw failure;
        }
        return ends;
    }

    /** Waits for one record. */
    static RecordMetadata await(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException failure ? failure : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
