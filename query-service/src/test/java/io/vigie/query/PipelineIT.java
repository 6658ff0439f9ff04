package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.SourcePosition;
import io.vigie.embedded.KafkaBroker;
import io.vigie.query.testing.Http;
import io.vigie.query.testing.Instance;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.Servers;
import io.vigie.query.testing.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The way of events in numbers, on a broker that scoring has read to a known place. */
class PipelineIT {

    private static final String PATH = "/api/pipeline";

    @TempDir
    Path folder;

    @Test
    void givenEventsOnTheirWay_whenAsked_thenEachStageIsToldAndWithoutKafkaWhatIsKnown() {
        KafkaBroker broker = KafkaBroker.start(folder.resolve("kafka"), 0);
        try (Instance service = new Instance(
                Servers.postgres(), Servers.freshDatabase(), broker.bootstrapServers(), "--vigie.query.instance=q1")) {
            Http operator = service.http.as(Tokens.of("operator"));
            try (Publisher publisher = new Publisher(broker.bootstrapServers())) {
                tellsOfAllStages(operator, publisher, broker.bootstrapServers());
            }
            broker.close();

            JsonNode without =
                    operator.until(PATH, json -> json.get("kafka").asString().equals("unavailable"));

            assertThat(stage(without, "events-topic").get("records").isNull()).isTrue();
            assertThat(stage(without, "projection").get("records").asLong()).isEqualTo(20);
            assertThat(edge(without, "events-topic", "projection")
                            .get("records")
                            .asLong())
                    .isZero();
            assertThat(without.at("/partitions/0/endOffset").isNull()).isTrue();
            long begun = System.nanoTime();
            assertThat(operator.get(PATH).status()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
        } finally {
            broker.close();
        }
    }

    /** The time of the record is the event's: from that nobody learns when it was sent. */
    private static ProducerRecord<byte[], byte[]> asTheRelayDates(ProducerRecord<byte[], byte[]> event, Instant time) {
        return new ProducerRecord<>(
                event.topic(), event.partition(), time.toEpochMilli(), event.key(), event.value(), event.headers());
    }

    private static void tellsOfAllStages(Http operator, Publisher publisher, String bootstrapServers) {
        List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        Instant recorded = Instant.now().minusMillis(40);
        for (int i = 0; i < 20; i++) {
            ids.add(Lives.id());
            events.add(asTheRelayDates(Publisher.event(Lives.registered(ids.get(i)), 1, recorded), recorded));
        }
        List<RecordMetadata> sent = publisher.relay(1, events);
        scoringHasRead(bootstrapServers, sent.subList(0, 15));
        List<ProducerRecord<byte[], byte[]>> scores = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            scores.add(Publisher.score(scored(ids.get(i), sent.get(i), recorded.plusMillis(25))));
        }
        publisher.send(scores);

        JsonNode told = operator.until(
                PATH,
                json -> stage(json, "scoring").get("records").asLong() == 15
                        && stage(json, "projection").get("records").asLong() == 20
                        && edge(json, "scores-topic", "projection")
                                        .get("records")
                                        .asLong(-1)
                                == 0
                        && json.at("/latencies/eventToScore/count").asLong() == 15
                        && stage(json, "projection")
                                        .at("/perSecond/last60Seconds")
                                        .asDouble(0)
                                > 0);

        assertThat(told.get("kafka").asString()).isEqualTo("available");
        assertThat(told.get("stages").valueStream().map(stage -> stage.get("name")
                        .asString()))
                .containsExactly("store", "relay", "events-topic", "scoring", "scores-topic", "projection");
        assertThat(stage(told, "store").at("/perSecond/last60Seconds").asDouble())
                .isGreaterThan(0);
        assertThat(stage(told, "relay").get("records").asLong()).isEqualTo(1);
        assertThat(stage(told, "events-topic").get("records").asLong()).isGreaterThanOrEqualTo(20);
        JsonNode unscored = edge(told, "events-topic", "scoring");
        assertThat(unscored.get("records").asLong()).isBetween(1L, 20L);
        assertThat(unscored.get("millis").asLong()).isPositive();
        JsonNode unread = edge(told, "events-topic", "projection");
        assertThat(unread.get("records").asLong()).isZero();
        assertThat(unread.get("millis").asLong()).isZero();
        JsonNode readable = told.at("/latencies/eventToReadable");
        assertThat(readable.get("count").asLong()).isEqualTo(20);
        assertThat(readable.get("p50").asDouble()).isBetween(40.0, 20_000.0);
        assertThat(told.at("/latencies/eventToTopic/p99").asDouble()).isBetween(30.0, 20_000.0);
        assertThat(told.at("/latencies/eventToScore/p50").asDouble()).isEqualTo(25);
        assertThat(told.get("partitions")).hasSize(24);
        JsonNode partition = told.get("partitions").get(sent.get(0).partition());
        assertThat(partition.get("topic").asString()).isEqualTo("events-topic");
        assertThat(partition.at("/readers/0/stage").asString()).isEqualTo("scoring");
        assertThat(partition.at("/readers/0/owner").isNull()).isTrue();
        assertThat(partition.at("/readers/1/stage").asString()).isEqualTo("projection");
        assertThat(partition.at("/readers/1/owner").asString()).isEqualTo("q1");
        assertThat(told.at("/partitions/12/topic").asString()).isEqualTo("scores-topic");
        assertThat(told.at("/partitions/12/readers/0/owner").asString()).isEqualTo("q1");
        assertThat(told.at("/parts/0/lastSeenAt").isString()).isTrue();
        assertThat(told.at("/parts/2").toString())
                .isEqualTo("{\"name\":\"projection\",\"instances\":1,\"lastSeenAt\":null}");
        assertThat(operator.get(PATH).response().body())
                .as("looked once a second")
                .isEqualTo(operator.get(PATH).response().body());
    }

    /** As scoring commits where it goes on. */
    private static void scoringHasRead(String bootstrapServers, List<RecordMetadata> events) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "group.id", "vigie-scoring", "enable.auto.commit", false);
        try (KafkaConsumer<byte[], byte[]> scoring =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (RecordMetadata event : events) {
                scoring.commitSync(Map.of(
                        new TopicPartition(event.topic(), event.partition()),
                        new OffsetAndMetadata(event.offset() + 1)));
            }
        }
    }

    private static ClientScore scored(String id, RecordMetadata event, Instant at) {
        ClientScore like = Lives.score(id, 1, 1, 0.5, new SourcePosition(event.partition(), event.offset()));
        return new ClientScore(
                like.scoreId(),
                id,
                1,
                like.eventId(),
                1,
                like.outcome(),
                like.trigger(),
                like.probability(),
                like.baseValue(),
                like.band(),
                like.reasons(),
                like.other(),
                like.features(),
                like.outOfRange(),
                null,
                like.model(),
                at,
                like.source());
    }

    private static JsonNode stage(JsonNode told, String name) {
        return told.get("stages")
                .valueStream()
                .filter(stage -> stage.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode edge(JsonNode told, String from, String to) {
        return told.get("edges")
                .valueStream()
                .filter(edge -> edge.get("from").asString().equals(from)
                        && edge.get("to").asString().equals(to))
                .findFirst()
                .orElseThrow();
    }
}
