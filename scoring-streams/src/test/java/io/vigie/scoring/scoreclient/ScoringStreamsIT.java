package io.vigie.scoring.scoreclient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.contracts.client.ClientEvent;
import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.Outcome;
import io.vigie.embedded.KafkaBroker;
import io.vigie.scoring.models.PublishedModels;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process against a real broker. */
class ScoringStreamsIT {

    private static final Duration IDLE = Duration.ofSeconds(6);

    /** Partitions and offsets are added to a transaction, it is to be committed, it is committed. */
    private static final int STEPS = 4;

    private static KafkaBroker broker;
    private static Wire wire;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        broker = KafkaBroker.temporary();
        wire = new Wire(broker.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void givenNoTopicsYet_whenStarted_thenItWaitsAndThenScoresGoodRecordsAndKeepsGarbage() throws Exception {
        try (ScoringProcess scoring = scoring()) {
            scoring.awaitHealth(503);
            assertThat(scoring.get("/actuator/metrics/vigie.scoring.scored")).contains("\"value\":0.0");
            for (String path : new String[] {"/actuator", "/actuator/metrics", "/v3/api-docs", "/", "/error"}) {
                assertThat(scoring.statusForNobody(path)).as(path).isEqualTo(401);
            }
            wire.createTopics(Wire.PARTITIONS);
            scoring.awaitLog("Scoring waits for a model to score with");
            try (PublishedModels models = new PublishedModels(broker.bootstrapServers())) {
                models.upload(1);
                models.deploy(1, 1, null);
            }
            scoring.awaitUp();
            assertThat(scoring.log())
                    .contains("Scoring waits for the topics")
                    .contains("which the command-service makes")
                    .contains("Scoring waits for a model to score with");
            assertThat(scoring.get("/actuator/health")).contains("\"champion\":\"churn/1\"");

            scoresEqualDirectEvaluation();
            poisonIsKeptAndNobodyIsHeldUp();
            abortedIsInvisible();
            whileNothingComesHardlyATransactionIsMade();
            killedUnderLoadEveryEventHasExactlyOneScore(scoring);
        }
        anotherNumberOfPartitionsIsRefused();
    }

    private static void scoresEqualDirectEvaluation() throws Exception {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int client = 0; client < 100; client++) {
            records.add(event(Events.registered("direct-" + client, client % 20), 1));
            records.add(event(Events.purchase("direct-" + client, client + ".5"), 2));
        }
        wire.send(records);

        List<ClientScore> scores = wire.scores(score -> score.clientId().startsWith("direct-"), 200);

        assertThat(scores).hasSize(200).allSatisfy(ScoreClientTest::isWhatTheModelSays);
    }

    private static void poisonIsKeptAndNobodyIsHeldUp() throws Exception {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        records.add(event(Events.registered("poisoned", 5), 1));
        TestRecord<byte[], byte[]> good = Events.record(Events.sites("poisoned", 6), 2, Instant.now());
        byte[] large = new byte[1_040_000];
        List<byte[]> values = List.of("hello".getBytes(UTF_8), new byte[0], new byte[] {0, 1, 2}, large);
        for (byte[] value : values) {
            records.add(Wire.record(new TestRecord<>(good.key(), value, good.headers(), Instant.now())));
        }
        records.add(Wire.record(new TestRecord<>(null, good.value(), good.headers(), Instant.now())));
        records.add(new ProducerRecord<>(
                Topics.CLIENT_EVENTS.name(), null, 32_503_680_000_000L, good.key(), good.value(), good.headers()));
        TestRecord<byte[], byte[]> otherType = Events.record(Events.sites("poisoned", 6), 2, Instant.now());
        Events.put(otherType.headers(), Headers.TYPE, "java.lang.Runtime");
        records.add(Wire.record(otherType));
        TestRecord<byte[], byte[]> jump = Events.record(Events.sites("poisoned", 6), 3, Instant.now());
        Events.put(jump.headers(), Headers.ID, UUID.randomUUID().toString());
        records.add(Wire.record(jump));
        records.add(event(Events.sites("poisoned", 6), 2));
        records.add(event(Events.sites("poisoned", 7), 3));
        wire.send(records);

        var letters = wire.read(Topics.DEAD_LETTERS.name(), record -> true, 8);
        assertThat(letters).hasSize(8);
        assertThat(letters)
                .allSatisfy(letter -> assertThat(Incoming.header(letter.headers(), Headers.DEAD_LETTER_CONSUMER))
                        .isEqualTo("scoring"));
        assertThat(letters).anySatisfy(letter -> assertThat(letter.value()).isEqualTo(large));
        assertThat(letters).anySatisfy(letter -> assertThat(letter.key()).isNull());
        List<ClientScore> scores = wire.scores(score -> score.clientId().equals("poisoned"), 4);
        assertThat(scores.get(scores.size() - 1).features()).containsEntry("Num_Sites", 7.0);
        assertThat(scores.get(scores.size() - 1).eventId())
                .isEqualTo(Events.id("poisoned", 3).toString());
    }

    private static void abortedIsInvisible() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = wire.producer(Map.of("transactional.id", "aborting"))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(event(Events.registered("aborted", 5), 1)).get();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(event(Events.registered("committed", 5), 1)).get();
            producer.commitTransaction();
        }

        List<ClientScore> scores = wire.scores(score -> score.clientId().endsWith("ted"), 1);

        assertThat(scores).extracting(ClientScore::clientId).containsExactly("committed");
    }

    /** Whoever looks at the clock for a partition costs a transaction, and all partitions look at the same moment. */
    private static void whileNothingComesHardlyATransactionIsMade() throws Exception {
        long begun = System.nanoTime();
        long before = wire.stepsOfTransactions();
        Thread.sleep(IDLE.toMillis());

        long steps = wire.stepsOfTransactions() - before;

        long looks = Duration.ofNanos(System.nanoTime() - begun).dividedBy(Rescoring.TICK);
        assertThat(steps).isPositive().isLessThanOrEqualTo((looks + 3) * STEPS);
    }

    private void killedUnderLoadEveryEventHasExactlyOneScore(ScoringProcess first) throws Exception {
        int clients = 400;
        int events = 10;
        ScoringProcess scoring = first;
        List<Duration> restarts = new ArrayList<>();
        List<Duration> waits = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = wire.producer(Map.of("linger.ms", 5))) {
            for (int version = 1; version <= events; version++) {
                for (int client = 0; client < clients; client++) {
                    String id = "killed-" + client;
                    producer.send(event(version == 1 ? Events.registered(id, 1) : Events.sites(id, version), version));
                }
                producer.flush();
                if (version % 4 == 2) {
                    scoring.kill();
                    Instant killed = Instant.now();
                    scoring = scoring();
                    scoring.awaitLog("Scoring is rebalancing.");
                    Instant joining = Instant.now();
                    scoring.awaitUp();
                    Instant up = Instant.now();
                    restarts.add(Duration.between(killed, up));
                    waits.add(Duration.between(joining, up));
                }
            }
            List<ClientScore> scores = wire.scores(score -> score.clientId().startsWith("killed-"), clients * events);

            assertThat(scores).hasSize(clients * events);
            assertThat(scores.stream().map(ClientScore::eventId).distinct()).hasSize(clients * events);
            Map<String, List<ClientScore>> byClient =
                    scores.stream().collect(Collectors.groupingBy(ClientScore::clientId));
            assertThat(byClient).hasSize(clients).allSatisfy((client, own) -> {
                assertThat(own)
                        .extracting(ClientScore::scoreSequence)
                        .containsExactlyElementsOf(new TreeSet<>(
                                own.stream().map(ClientScore::clientVersion).toList()));
                assertThat(own).extracting(ClientScore::outcome).containsOnly(Outcome.SCORED);
            });

            awaitNoLag(scoring);
            System.out.printf("from kill -9 to scoring again %s, of which for the dead member %s%n", restarts, waits);
            // How long a JVM takes to start is the machine's affair; the group may keep it waiting for no longer.
            assertThat(waits)
                    .hasSize(3)
                    .allMatch(wait -> wait.compareTo(Duration.ofSeconds(15)) < 0)
                    .anyMatch(wait -> wait.compareTo(Duration.ofSeconds(9)) < 0);
        } finally {
            scoring.close();
        }
    }

    private static void awaitNoLag(ScoringProcess scoring) throws Exception {
        for (int look = 0; look < 100; look++) {
            if (scoring.get("/actuator/metrics/vigie.scoring.lag").contains("\"value\":0.0")) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError(scoring.get("/actuator/metrics/vigie.scoring.lag"));
    }

    private void anotherNumberOfPartitionsIsRefused() throws Exception {
        try (ScoringProcess scoring =
                ScoringProcess.start(broker.bootstrapServers(), folder, "--vigie.topics.partitions=5")) {
            assertThat(scoring.awaitEnd()).isEqualTo(1);
            assertThat(scoring.log()).contains("has 3 partitions but must have 5: set vigie.topics.partitions to");
        }
    }

    private ScoringProcess scoring() throws Exception {
        return ScoringProcess.start(broker.bootstrapServers(), folder, "--vigie.topics.partitions=" + Wire.PARTITIONS);
    }

    private static ProducerRecord<byte[], byte[]> event(ClientEvent event, long version) {
        return Wire.record(Events.record(event, version, Instant.now()));
    }
}
