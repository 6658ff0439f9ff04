package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.Topics;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import io.vigie.embedded.KafkaBroker;
import io.vigie.query.testing.Http;
import io.vigie.query.testing.Instance;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.Servers;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker loses what it had not yet written to its disk; the views had read it. */
class LostTailIT {

    private static final String ONE_PARTITION = "--vigie.topics.partitions=1";

    @TempDir
    Path folder;

    private final String database = Servers.freshDatabase();
    private final String before = Lives.id();
    private final String after = Lives.id();

    @Test
    void givenTailLostWhileStopped_whenStarted_thenTheViewsAreThoseOfTheLogAndFollowIt() throws Exception {
        try (KafkaBroker kafka = broker(0);
                Instance service = new Instance(database, kafka.bootstrapServers(), ONE_PARTITION)) {
            send(kafka, life(before, 1, 10));
            awaitVersion(service.http, before, 10);
        }
        loseTail();

        try (KafkaBroker kafka = broker(0);
                Instance service = new Instance(database, kafka.bootstrapServers(), ONE_PARTITION)) {
            service.http.until(
                    "/api/clients/" + before, json -> json.get("version").asInt() < 10);
            service.http.until("/actuator/health", json -> true);
            int version = service.http
                    .get("/api/clients/" + before)
                    .json()
                    .get("version")
                    .asInt();
            assertThat(version).isBetween(2, 9);

            send(kafka, life(before, version + 1, 10));
            send(kafka, life(after, 1, 5));
            awaitVersion(service.http, before, 10);
            awaitVersion(service.http, after, 5);
        }
    }

    @Test
    void givenTailLostAndOthersSentBeyond_whenStarted_thenNoneOfThemIsPassedOver() throws Exception {
        try (KafkaBroker kafka = broker(0);
                Instance service = new Instance(database, kafka.bootstrapServers(), ONE_PARTITION)) {
            send(kafka, life(before, 1, 10));
            awaitVersion(service.http, before, 10);
        }
        loseTail();

        try (KafkaBroker kafka = broker(0)) {
            send(kafka, life(after, 1, 20));
            try (Instance service = new Instance(database, kafka.bootstrapServers(), ONE_PARTITION)) {
                awaitVersion(service.http, after, 20);
                service.http.until("/actuator/health", json -> true);
            }
        }
    }

    @Test
    void givenTailLostUnderARunningService_whenTheBrokerIsBack_thenNothingSentSinceIsPassedOver() throws Exception {
        KafkaBroker first = broker(0);
        try (Instance service = new Instance(database, first.bootstrapServers(), ONE_PARTITION)) {
            send(first, life(before, 1, 10));
            awaitVersion(service.http, before, 10);
            first.close();
            loseTail();

            try (KafkaBroker second = broker(first.port())) {
                send(second, life(after, 1, 20));
                awaitVersion(service.http, after, 20);
                service.http.until("/actuator/health", json -> true);
            }
        } finally {
            first.close();
        }
    }

    private KafkaBroker broker(int port) {
        return KafkaBroker.start(folder.resolve("kafka"), port);
    }

    private static List<ProducerRecord<byte[], byte[]>> life(String client, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(version -> version == 1
                        ? Publisher.event(Lives.registered(client), 1, Lives.NOON)
                        : Publisher.event(new ClientSitesChanged(client, version), version, Lives.NOON))
                .toList();
    }

    /** Each in a batch of its own and without a transaction, whose end could be lost with the tail. */
    private static void send(KafkaBroker kafka, List<ProducerRecord<byte[], byte[]>> records) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (ProducerRecord<byte[], byte[]> one : records) {
                producer.send(one).get();
            }
        }
    }

    private static void awaitVersion(Http http, String client, int version) {
        http.until("/api/clients/" + client, json -> json.path("version").asInt() == version);
    }

    /** About three records. */
    private void loseTail() throws IOException {
        Path kafka = folder.resolve("kafka");
        Path partition = kafka.resolve(Topics.CLIENT_EVENTS.name() + "-0");
        try (Stream<Path> files = Files.list(partition)) {
            for (Path file : files.toList()) {
                if (file.toString().endsWith(".snapshot")) {
                    Files.delete(file);
                } else if (file.toString().endsWith(".log")) {
                    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "rw")) {
                        log.setLength(log.length() - 1_200);
                    }
                }
            }
        }
        Files.deleteIfExists(kafka.resolve(".kafka_cleanshutdown"));
    }
}
