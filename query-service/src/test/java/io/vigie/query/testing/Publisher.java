package io.vigie.query.testing;

import io.vigie.contracts.EventTypes;
import io.vigie.contracts.Headers;
import io.vigie.contracts.Topic;
import io.vigie.contracts.Topics;
import io.vigie.contracts.client.ClientEvent;
import io.vigie.contracts.manager.AccountManagerEvent;
import io.vigie.contracts.model.ModelEvent;
import io.vigie.contracts.progress.RelayProgress;
import io.vigie.contracts.score.ClientScore;
import io.vigie.query.platform.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Speaks on the topics as the relay and the scoring do: in transactions, with the headers of the contracts. */
public final class Publisher implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<String, Map<Integer, Long>> ends = new HashMap<>();

    /** Publishes to that broker. */
    public Publisher(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "transactional.id",
                        "test-" + UUID.randomUUID(),
                        "max.request.size",
                        "33554432",
                        "buffer.memory",
                        "67108864"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    /** A client event as the relay would write it. */
    public static ProducerRecord<byte[], byte[]> event(ClientEvent event, long version, Instant time) {
        return event(
                Topics.CLIENT_EVENTS.name(),
                event.clientId(),
                event,
                version,
                UUID.nameUUIDFromBytes((event.clientId() + version).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                time);
    }

    /** An account manager event as the relay would write it. */
    public static ProducerRecord<byte[], byte[]> event(AccountManagerEvent event, long version, Instant time) {
        return event(
                Topics.ACCOUNT_MANAGER_EVENTS.name(),
                event.accountManagerId(),
                event,
                version,
                UUID.nameUUIDFromBytes((event.accountManagerId() + version).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                time);
    }

    /** A model event as the relay would write it. */
    public static ProducerRecord<byte[], byte[]> event(ModelEvent event, long version, Instant time) {
        return event(
                Topics.MODEL_EVENTS.name(),
                event.modelName(),
                event,
                version,
                UUID.nameUUIDFromBytes((event.modelName() + version).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                time);
    }

    /** Any value under a key. */
    public static ProducerRecord<byte[], byte[]> keyed(Topic topic, String key, Object value) {
        return raw(topic.name(), key, Wire.text(value).getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** What the challenger says, as the scoring would write it. */
    public static ProducerRecord<byte[], byte[]> shadow(ClientScore score) {
        return keyed(Topics.CLIENT_SHADOW_SCORES, score.clientId(), score);
    }

    /** A score as the scoring would write it. */
    public static ProducerRecord<byte[], byte[]> score(ClientScore score) {
        return new ProducerRecord<>(
                Topics.CLIENT_SCORES.name(),
                score.clientId().getBytes(StandardCharsets.UTF_8),
                Wire.text(score).getBytes(StandardCharsets.UTF_8));
    }

    /** Any record. */
    public static ProducerRecord<byte[], byte[]> raw(
            String topic, @Nullable String key, byte @Nullable [] value, Map<String, String> headers) {
        ProducerRecord<byte[], byte[]> kafkaRecord = new ProducerRecord<>(
                topic, null, null, key == null ? null : key.getBytes(StandardCharsets.UTF_8), value);
        headers.forEach((name, text) -> kafkaRecord.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return kafkaRecord;
    }

    private static ProducerRecord<byte[], byte[]> event(
            String topic, String id, Object payload, long version, String eventId, Instant time) {
        var type = EventTypes.of(payload.getClass());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(Headers.CONTENT_TYPE, "application/json");
        headers.put(Headers.SPEC_VERSION, "1.0");
        headers.put(Headers.ID, eventId);
        headers.put(Headers.SOURCE, "/vigie/command-service");
        headers.put(Headers.TYPE, type.name());
        headers.put(Headers.TIME, time.toString());
        headers.put(Headers.SUBJECT, id);
        headers.put(Headers.REVISION, Integer.toString(type.revision()));
        headers.put(Headers.VERSION, Long.toString(version));
        headers.put(Headers.ACTOR, "local");
        headers.put(Headers.ACTOR_KIND, "user");
        headers.put(Headers.CORRELATION_ID, "test-" + id);
        return raw(topic, id, Wire.text(payload).getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Another record with one header changed. */
    public static ProducerRecord<byte[], byte[]> with(
            ProducerRecord<byte[], byte[]> original, String header, @Nullable String text) {
        ProducerRecord<byte[], byte[]> changed = new ProducerRecord<>(
                original.topic(), null, null, original.key(), original.value(), original.headers());
        changed.headers().remove(header);
        if (text != null) {
            changed.headers().add(header, text.getBytes(StandardCharsets.UTF_8));
        }
        return changed;
    }

    /** Another record with another value. */
    public static ProducerRecord<byte[], byte[]> valued(
            ProducerRecord<byte[], byte[]> original, byte @Nullable [] value) {
        return new ProducerRecord<>(original.topic(), null, null, original.key(), value, original.headers());
    }

    /** Text as it goes over the wire. */
    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Sends all in one transaction, and says where they went. */
    @SafeVarargs
    public final List<RecordMetadata> send(ProducerRecord<byte[], byte[]>... records) {
        return send(List.of(records));
    }

    /** Sends all in one transaction, and says where they went. */
    public List<RecordMetadata> send(List<ProducerRecord<byte[], byte[]>> records) {
        producer.beginTransaction();
        List<Future<RecordMetadata>> futures = new ArrayList<>();
        records.forEach(one -> futures.add(producer.send(one)));
        producer.commitTransaction();
        List<RecordMetadata> sent = futures.stream().map(Publisher::get).toList();
        sent.forEach(one ->
                ends.computeIfAbsent(one.topic(), topic -> new HashMap<>()).put(one.partition(), one.offset() + 1));
        return sent;
    }

    /** Sends all in a transaction that is then aborted. */
    public void abort(List<ProducerRecord<byte[], byte[]>> records) {
        producer.beginTransaction();
        records.forEach(one -> get(producer.send(one)));
        producer.abortTransaction();
    }

    /** Sends all and, as the relay does, the position in the same transaction. */
    public List<RecordMetadata> relay(long transactionId, List<ProducerRecord<byte[], byte[]>> records) {
        producer.beginTransaction();
        List<RecordMetadata> sent = records.stream()
                .map(one -> get(producer.send(one)))
                .peek(one -> ends.computeIfAbsent(one.topic(), topic -> new HashMap<>())
                        .put(one.partition(), one.offset() + 1))
                .toList();
        Map<String, Map<Integer, Long>> relayed = new HashMap<>(ends);
        relayed.keySet()
                .retainAll(List.of(
                        Topics.CLIENT_EVENTS.name(),
                        Topics.ACCOUNT_MANAGER_EVENTS.name(),
                        Topics.MODEL_EVENTS.name(),
                        Topics.DEAD_LETTERS.name()));
        RelayProgress progress = new RelayProgress(transactionId, transactionId, transactionId, relayed, Instant.now());
        producer.send(raw(
                Topics.RELAY_PROGRESS.name(), "relay", Wire.text(progress).getBytes(StandardCharsets.UTF_8), Map.of()));
        producer.commitTransaction();
        return sent;
    }

    private static RecordMetadata get(Future<RecordMetadata> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
