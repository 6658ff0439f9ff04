package io.vigie.benchmarks.relay;

import io.vigie.benchmarks.load.Outcome;
import io.vigie.benchmarks.process.Contender;
import io.vigie.benchmarks.servers.Servers.Database;
import io.vigie.contracts.Headers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A read by index and a producer, acknowledged by all but without transactions, positions, gaps, parking or fencing. The
 * records carry what Vigie's carry, apart from what would have to be parsed. Asked {@code COUNT} it passes on that many.
 */
public final class PlainRelay {

    static final String TOPIC = "benchmark.plain-relay";

    private static final int BATCH = 2_000;
    private static final String SELECT = """
            select global_index, transaction_id::text, event_identifier, aggregate_identifier, sequence_number, time_stamp,
                payload_type, payload_revision, payload
            from domain_event_entry where global_index > ? order by global_index limit ?""";

    private final Connection store;
    private final Producer<String, byte[]> producer;
    private long position;

    private PlainRelay(Connection store, Producer<String, byte[]> producer) {
        this.store = store;
        this.producer = producer;
    }

    /** Takes the brokers. */
    public static void main(String[] args) throws Exception {
        Producer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", args[0], "acks", "all", "batch.size", 131_072, "linger.ms", 1),
                new StringSerializer(),
                new ByteArraySerializer());
        PlainRelay relay = new PlainRelay(Database.ofEnvironment().connect(), producer);
        Contender.serve(words -> relay.pass(Long.parseLong(words.get(0))).words());
    }

    private Outcome pass(long count) throws Exception {
        long start = System.nanoTime();
        long passed = 0;
        while (passed < count) {
            List<ProducerRecord<String, byte[]>> batch = next();
            List<Future<RecordMetadata>> sent = new ArrayList<>(batch.size());
            for (ProducerRecord<String, byte[]> each : batch) {
                sent.add(producer.send(each));
            }
            producer.flush();
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
            passed += batch.size();
        }
        return new Outcome(passed, System.nanoTime() - start);
    }

    private List<ProducerRecord<String, byte[]>> next() throws Exception {
        List<ProducerRecord<String, byte[]>> batch = new ArrayList<>(BATCH);
        try (PreparedStatement select = store.prepareStatement(SELECT)) {
            select.setLong(1, position);
            select.setInt(2, BATCH);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    position = row.getLong(1);
                    batch.add(published(row));
                }
            }
        }
        return batch;
    }

    private static ProducerRecord<String, byte[]> published(ResultSet row) throws Exception {
        ProducerRecord<String, byte[]> published = new ProducerRecord<>(TOPIC, row.getString(4), row.getBytes(9));
        add(published, Headers.CONTENT_TYPE, "application/json");
        add(published, Headers.SPEC_VERSION, "1.0");
        add(published, Headers.ID, row.getString(3));
        add(published, Headers.SOURCE, "/vigie/command-service");
        add(published, Headers.TYPE, row.getString(7));
        add(published, Headers.TIME, row.getString(6));
        add(published, Headers.SUBJECT, row.getString(4));
        add(published, Headers.REVISION, row.getString(8));
        add(published, Headers.VERSION, Long.toString(row.getLong(5) + 1));
        add(published, Headers.TRANSACTION, row.getString(2));
        add(published, Headers.GLOBAL_INDEX, Long.toString(row.getLong(1)));
        add(published, Headers.ACTOR, "local");
        add(published, Headers.ACTOR_KIND, "user");
        add(published, Headers.CORRELATION_ID, row.getString(3));
        add(published, Headers.CAUSATION_ID, row.getString(3));
        return published;
    }

    private static void add(ProducerRecord<String, byte[]> published, String name, String value) {
        published.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
