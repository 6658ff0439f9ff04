package io.vigie.scoring.scoreclient;

import io.vigie.contracts.Topics;
import io.vigie.contracts.features.ChurnFeatures;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Events → features → scores. Every name here is frozen by a golden file: stores and their changelogs are found by it.
 * Keys and values travel as bytes, so that nothing can fail before our own code sees it.
 */
public final class ScoringTopology {

    /** Name of the model that scores clients. */
    public static final String MODEL = ChurnFeatures.MODEL;

    /** Names of what there is to give to it. */
    public static final Set<String> FEATURES = Set.copyOf(ChurnFeatures.NAMES);

    static final String EVENTS_SOURCE = "client-events";
    static final String RETRIES_SOURCE = "retries";
    static final String PROCESSOR = "score-client";
    static final String SCORES_SINK = "client-scores";
    static final String SHADOW_SCORES_SINK = "client-shadow-scores";
    static final String MODEL_SWAPS_SINK = "model-swaps";
    static final String MODEL_SKETCHES_SINK = "sketches";
    static final String DEAD_LETTERS_SINK = "dead-letters";
    static final String FEATURES_STORE = "client-features";
    static final String PARKED_STORE = "parked-events";
    static final String MODELS_STORE = "models-in-use";
    static final String SKETCHES_STORE = "model-sketches";

    private ScoringTopology() {}

    /** The topology. */
    public static Topology of(ScoringSetup setup) {
        EventDecoder decoder = new EventDecoder(setup.clock(), setup.partitions());
        Paces paces = Paces.of(setup.clock(), setup.metrics());
        EarlyCommits commits = new EarlyCommits(setup.clock(), setup.commits());
        return new Topology()
                .addSource(
                        AutoOffsetReset.earliest(),
                        EVENTS_SOURCE,
                        new TolerantTimestamps(),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        Topics.CLIENT_EVENTS.name())
                .addSource(
                        AutoOffsetReset.earliest(),
                        RETRIES_SOURCE,
                        new TolerantTimestamps(),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        Topics.RETRIES.name())
                .addProcessor(
                        PROCESSOR, () -> new ScoreClient(decoder, setup, paces, commits), EVENTS_SOURCE, RETRIES_SOURCE)
                .addStateStore(store(FEATURES_STORE), PROCESSOR)
                .addStateStore(store(PARKED_STORE), PROCESSOR)
                .addStateStore(store(MODELS_STORE), PROCESSOR)
                // Its few keys change with every score: the changelog gets the last value of each at a commit.
                .addStateStore(store(SKETCHES_STORE).withCachingEnabled(), PROCESSOR)
                .addSink(
                        SCORES_SINK,
                        Topics.CLIENT_SCORES.name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        PROCESSOR)
                .addSink(
                        SHADOW_SCORES_SINK,
                        Topics.CLIENT_SHADOW_SCORES.name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        PROCESSOR)
                .addSink(
                        MODEL_SWAPS_SINK,
                        Topics.MODEL_SWAPS.name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        PROCESSOR)
                .addSink(
                        MODEL_SKETCHES_SINK,
                        Topics.MODEL_SKETCHES.name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        PROCESSOR)
                .addSink(
                        DEAD_LETTERS_SINK,
                        Topics.DEAD_LETTERS.name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        PROCESSOR);
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                .withCachingDisabled()
                // A parked record is larger than the record was.
                .withLoggingEnabled(Map.of("max.message.bytes", "16777216"));
    }
}
