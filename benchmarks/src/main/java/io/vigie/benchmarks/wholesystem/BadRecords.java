package io.vigie.benchmarks.wholesystem;

import io.vigie.benchmarks.load.HttpConnection;
import io.vigie.benchmarks.load.HttpConnection.Answer;
import io.vigie.benchmarks.statistics.Samples;
import io.vigie.contracts.Topics;
import io.vigie.embedded.KafkaSignIn;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Records that nobody can use, put among the clients' events by the only account that may. */
final class BadRecords implements AutoCloseable {

    private static final String ACCOUNT = "command-service";
    private static final Set<String> READERS = Set.of("scoring", "query");
    private static final int ROUNDS = 5;

    /** Larger ones the broker refuses. */
    private static final int LARGE = 900_000;

    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final JsonMapper json = JsonMapper.builder().build();
    private final KafkaProducer<byte[], byte[]> producer;
    private final HttpConnection connection;

    BadRecords(Path data, HttpConnection connection) throws IOException {
        Properties secrets = new Properties();
        try (Reader file = Files.newBufferedReader(data.resolve("secrets"))) {
            secrets.load(file);
        }
        Map<String, Object> settings =
                new HashMap<>(KafkaSignIn.as(ACCOUNT, secrets.getProperty("kafka-" + ACCOUNT, "")));
        settings.put(
                "bootstrap.servers",
                "127.0.0.1:"
                        + json.readTree(Files.readString(data.resolve("ports.json")))
                                .path("kafka")
                                .asInt());
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.connection = connection;
    }

    /** Milliseconds from when the broker has each until both its readers' dead letters are in the list. */
    Samples untilTold() throws Exception {
        List<Double> taken = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (byte @Nullable [] value : values()) {
                RecordMetadata place = producer.send(
                                new ProducerRecord<>(Topics.CLIENT_EVENTS.name(), bytes("bad-" + round), value))
                        .get();
                long start = System.nanoTime();
                while (!readers(place).equals(READERS)) {
                    if (System.nanoTime() - start > PATIENCE_NANOS) {
                        throw new IOException("a record that nobody can use did not become two dead letters");
                    }
                    Thread.sleep(5);
                }
                taken.add((System.nanoTime() - start) / 1e6);
            }
        }
        return Samples.of(taken);
    }

    private static List<byte @Nullable []> values() {
        return List.of(bytes("not JSON"), new byte[0], bytes("{\"a\":".repeat(10_000)), new byte[LARGE]);
    }

    /** Whose dead letters about that record are in the list. */
    private Set<String> readers(RecordMetadata place) throws IOException {
        Answer answer = connection.get("/api/dead-letters?limit=500");
        if (answer.status() != 200) {
            throw new IOException("the list of dead letters was answered " + answer);
        }
        String origin = place.topic() + "/" + place.partition() + "/" + place.offset();
        return json.readTree(answer.body())
                .path("items")
                .valueStream()
                .filter(letter -> letter.path("origin").asString().equals(origin))
                .map(letter -> letter.path("consumer").asString())
                .collect(Collectors.toSet());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        producer.close();
        connection.close();
    }
}
