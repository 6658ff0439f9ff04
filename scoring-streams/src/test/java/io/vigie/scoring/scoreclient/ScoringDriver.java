package io.vigie.scoring.scoreclient;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.contracts.client.ClientEvent;
import io.vigie.contracts.model.ModelSketch;
import io.vigie.contracts.model.ModelSwap;
import io.vigie.contracts.score.Bands;
import io.vigie.contracts.score.ClientScore;
import io.vigie.pmml.Model;
import io.vigie.pmml.Models;
import io.vigie.scoring.models.Deployment;
import io.vigie.scoring.models.Deployments;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The real topology without a broker. */
final class ScoringDriver implements AutoCloseable {

    static final Model CHURN = Models.committed("churn", 1);

    final Deployments deployments = new Deployments();
    OptionalLong committed = OptionalLong.of(0);
    final MutableClock clock = new MutableClock(Events.START);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> events;
    private final TestInputTopic<byte[], byte[]> retries;
    private final TestOutputTopic<byte[], byte[]> scores;
    private final TestOutputTopic<byte[], byte[]> shadows;
    private final TestOutputTopic<byte[], byte[]> swaps;
    private final TestOutputTopic<byte[], byte[]> sketches;
    private final TestOutputTopic<byte[], byte[]> deadLetters;

    ScoringDriver(Path stateDirectory) {
        this(stateDirectory, CHURN, Duration.ofDays(1));
    }

    ScoringDriver(Path stateDirectory, Model model, Duration schedule) {
        deploy(1, model, null);
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "vigie-scoring");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        driver = new TopologyTestDriver(
                ScoringTopology.of(new ScoringSetup(
                        deployments,
                        partition -> committed,
                        new Bands(0.3, 0.6),
                        schedule,
                        Duration.ofSeconds(10),
                        1,
                        Duration.ofMillis(20),
                        Duration.ofMillis(50),
                        clock,
                        new ScoringMetrics(meters))),
                settings,
                clock.instant());
        ByteArraySerializer out = new ByteArraySerializer();
        ByteArrayDeserializer in = new ByteArrayDeserializer();
        events = driver.createInputTopic(Topics.CLIENT_EVENTS.name(), out, out);
        retries = driver.createInputTopic(Topics.RETRIES.name(), out, out);
        scores = driver.createOutputTopic(Topics.CLIENT_SCORES.name(), in, in);
        shadows = driver.createOutputTopic(Topics.CLIENT_SHADOW_SCORES.name(), in, in);
        swaps = driver.createOutputTopic(Topics.MODEL_SWAPS.name(), in, in);
        sketches = driver.createOutputTopic(Topics.MODEL_SKETCHES.name(), in, in);
        deadLetters = driver.createOutputTopic(Topics.DEAD_LETTERS.name(), in, in);
    }

    /** With two clients that are scored: c-1 is at version 2, c-2 at version 1. */
    static ScoringDriver withTwoClients(Path stateDirectory) {
        ScoringDriver driver = new ScoringDriver(stateDirectory);
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.pipe(Events.registered("c-2", 8), 1);
        driver.pipe(Events.sites("c-1", 9), 2);
        driver.scores();
        return driver;
    }

    void deploy(long revision, Model champion, @Nullable Model challenger) {
        deployments.put(new Deployment(revision, champion, challenger, clock.instant()));
    }

    void pipe(TestRecord<byte[], byte[]> record) {
        events.pipeInput(record);
    }

    void pipe(ClientEvent event, long version) {
        pipe(Events.record(event, version, clock.instant()));
    }

    /** As the query-service does it with a dead letter. */
    void retry(TestRecord<byte[], byte[]> deadLetter, String consumer, String action) {
        Events.put(deadLetter.headers(), Headers.DEAD_LETTER_ID, "17");
        Events.put(deadLetter.headers(), Headers.RETRY_CONSUMER, consumer);
        Events.put(deadLetter.headers(), Headers.RETRY_ACTION, action);
        retries.pipeInput(
                new TestRecord<>(deadLetter.key(), deadLetter.value(), deadLetter.headers(), clock.instant()));
    }

    /** What came since the last call. */
    List<ClientScore> scores() {
        return read(scores);
    }

    /** What the challenger said since the last call. */
    List<ClientScore> shadows() {
        return read(shadows);
    }

    /** The bytes of the swaps since the last call. */
    List<byte[]> swapBytes() {
        return swaps.readValuesToList();
    }

    /** Swaps since the last call. */
    List<ModelSwap> swaps() {
        return swapBytes().stream()
                .map(bytes -> JsonMapper.shared().readValue(bytes, ModelSwap.class))
                .toList();
    }

    /** What was told since the last call of what the models were given. */
    List<ModelSketch> sketches() {
        return sketches.readRecordsToList().stream()
                .map(record -> {
                    ModelSketch sketch = JsonMapper.shared().readValue(record.value(), ModelSketch.class);
                    if (!sketch.key().equals(new String(record.key(), UTF_8))) {
                        throw new AssertionError("the key of a sketch is not its own");
                    }
                    return sketch;
                })
                .toList();
    }

    /** All that is in the store that they are in. */
    Map<String, byte[]> counted() {
        Map<String, byte[]> entries = new TreeMap<>();
        try (var all = driver.<String, byte[]>getKeyValueStore(ScoringTopology.SKETCHES_STORE)
                .all()) {
            all.forEachRemaining(entry -> entries.put(entry.key, entry.value));
        }
        return entries;
    }

    private static List<ClientScore> read(TestOutputTopic<byte[], byte[]> topic) {
        return topic.readRecordsToList().stream()
                .map(record -> {
                    ClientScore score = JsonMapper.shared().readValue(record.value(), ClientScore.class);
                    if (!score.clientId().equals(new String(record.key(), UTF_8))) {
                        throw new AssertionError("the key of a score is not its client");
                    }
                    return score;
                })
                .toList();
    }

    /** The bytes of what came since the last call. */
    List<byte[]> scoreBytes() {
        return scores.readValuesToList();
    }

    /** The one score that came since the last call. */
    ClientScore score() {
        List<ClientScore> all = scores();
        if (all.size() != 1) {
            throw new AssertionError("not one score but " + all);
        }
        return all.get(0);
    }

    ClientScore scoreOf(ClientEvent event, long version) {
        pipe(event, version);
        return score();
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return deadLetters.readRecordsToList();
    }

    void advance(Duration by) {
        clock.advance(by);
        driver.advanceWallClockTime(by);
    }

    Instant now() {
        return clock.instant();
    }

    double count(String name, String... tags) {
        return meters.get("vigie.scoring." + name)
                .tags(tags)
                .meter()
                .measure()
                .iterator()
                .next()
                .getValue();
    }

    @Override
    public void close() {
        driver.close();
    }
}
