package io.vigie.scoring.scoreclient;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.contracts.Topics;
import io.vigie.contracts.client.ClientEvent;
import io.vigie.contracts.model.ModelSketch;
import io.vigie.contracts.model.ModelSwap;
import io.vigie.contracts.score.Bands;
import io.vigie.contracts.score.ClientScore;
import io.vigie.pmml.Model;
import io.vigie.scoring.models.Deployment;
import io.vigie.scoring.models.Deployments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One task whose stores outlive it: it can be taken over by another process, or by the same one after a restart. */
final class ScoringTask {

    private static final int PARTITION = 7;
    private static final Duration COMMITS = Duration.ofMillis(20);

    final MutableClock clock = new MutableClock(Events.START);
    private final List<KeyValueStore<String, byte[]>> stores = Stream.of(
                    ScoringTopology.FEATURES_STORE,
                    ScoringTopology.PARKED_STORE,
                    ScoringTopology.MODELS_STORE,
                    ScoringTopology.SKETCHES_STORE)
            .map(ScoringTask::store)
            .toList();
    private final List<ClientScore> scores = new ArrayList<>();
    private final List<ClientScore> shadows = new ArrayList<>();
    private final List<ModelSwap> swaps = new ArrayList<>();
    private final List<ModelSketch> sketches = new ArrayList<>();

    Deployments deployments = new Deployments();
    private MockProcessorContext<byte[], byte[]> context = takenOver();
    private ScoreClient processor = started();
    private long offset;

    private static KeyValueStore<String, byte[]> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled()
                .withCachingDisabled()
                .build();
    }

    private KeyValueStore<String, byte[]> named(String store) {
        return stores.stream()
                .filter(one -> one.name().equals(store))
                .findFirst()
                .orElseThrow();
    }

    /** Puts it into a store, as another process did before. */
    void store(String store, String key, byte[] value) {
        named(store).put(key, value);
    }

    /** All keys of a store. */
    List<String> keys(String store) {
        List<String> keys = new ArrayList<>();
        try (var all = named(store).all()) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }

    /** Another process goes on, which knows no model yet. */
    void takeOver() {
        processor.close();
        deployments = new Deployments();
        context = takenOver();
        processor = started();
    }

    private MockProcessorContext<byte[], byte[]> takenOver() {
        MockProcessorContext<byte[], byte[]> fresh =
                new MockProcessorContext<>(new Properties(), new TaskId(0, PARTITION), null);
        for (KeyValueStore<String, byte[]> store : stores) {
            if (!store.isOpen()) {
                store.init(fresh.getStateStoreContext(), store);
            }
            fresh.addStateStore(store);
        }
        return fresh;
    }

    private ScoreClient started() {
        ScoringSetup setup = new ScoringSetup(
                deployments,
                partition -> OptionalLong.of(0),
                new Bands(0.3, 0.6),
                Duration.ofDays(1),
                Duration.ofSeconds(10),
                1,
                COMMITS,
                Duration.ofSeconds(2),
                clock,
                new ScoringMetrics(new SimpleMeterRegistry()));
        ScoreClient fresh = new ScoreClient(
                new EventDecoder(clock, 1), setup, Paces.of(clock, setup.metrics()), new EarlyCommits(clock, COMMITS));
        fresh.init(context);
        return fresh;
    }

    void deploy(long revision, Model champion, @Nullable Model challenger) {
        deployments.put(new Deployment(revision, champion, challenger, clock.instant()));
    }

    void event(ClientEvent event, long version) {
        TestRecord<byte[], byte[]> record = Events.record(event, version, clock.instant());
        // The partition of the only one that there is; the task's own number shows in swaps.
        context.setRecordMetadata(Topics.CLIENT_EVENTS.name(), 0, offset);
        processor.process(new Record<>(record.key(), record.value(), record.timestamp(), record.headers()));
        offset++;
        collect();
    }

    void tick() {
        context.scheduledPunctuators()
                .forEach(punctuator -> punctuator.getPunctuator().punctuate(clock.millis()));
        collect();
    }

    /** When each of its calls by the clock comes first; it comes again after each period from then on. */
    List<Instant> anchors() {
        return context.scheduledPunctuators().stream()
                .map(MockProcessorContext.CapturedPunctuator::getStartTime)
                .toList();
    }

    private void collect() {
        context.forwarded().forEach(captured -> {
            String sink = captured.childName().orElseThrow();
            byte[] value = captured.record().value();
            if (sink.equals(ScoringTopology.SCORES_SINK)) {
                scores.add(JsonMapper.shared().readValue(value, ClientScore.class));
            } else if (sink.equals(ScoringTopology.SHADOW_SCORES_SINK)) {
                shadows.add(JsonMapper.shared().readValue(value, ClientScore.class));
            } else if (sink.equals(ScoringTopology.MODEL_SWAPS_SINK)) {
                swaps.add(JsonMapper.shared().readValue(value, ModelSwap.class));
            } else if (sink.equals(ScoringTopology.MODEL_SKETCHES_SINK)) {
                sketches.add(JsonMapper.shared().readValue(value, ModelSketch.class));
            }
        });
        context.resetForwards();
    }

    /** All there are. */
    List<ClientScore> scores() {
        return scores;
    }

    /** All there are. */
    List<ClientScore> shadows() {
        return shadows;
    }

    /** All there are. */
    List<ModelSwap> swaps() {
        return swaps;
    }

    /** All there are. */
    List<ModelSketch> sketches() {
        return sketches;
    }

    /** What the earlier format of the released build made of a client that couldn't be scored. */
    void forgetModels() {
        KeyValueStore<String, byte[]> states = stores.get(0);
        List<String> clients = new ArrayList<>();
        try (var all = states.all()) {
            all.forEachRemaining(entry -> clients.add(entry.key));
        }
        for (String client : clients) {
            ClientState state = ClientStateFormat.read(states.get(client));
            LastScore last = state.last();
            states.put(
                    client,
                    ClientStateFormat.write(state.withLast(
                            new LastScore(last.sequence(), last.at(), 0, last.features(), last.counted()))));
        }
    }
}
