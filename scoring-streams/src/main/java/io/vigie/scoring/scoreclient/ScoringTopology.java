package io.vigie.scoring.scoreclient;

import io.vigie.contracts.Topics;
import io.vigie.contracts.score.Bands;
import io.vigie.pmml.Model;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
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

    static final String EVENTS_SOURCE = "client-events";
    static final String RETRIES_SOURCE = "retries";
    static final String PROCESSOR = "score-client";
    static final String SCORES_SINK = "client-scores";
    static final String DEAD_LETTERS_SINK = "dead-letters";
    static final String FEATURES_STORE = "client-features";
    static final String PARKED_STORE = "parked-events";

    private ScoringTopology() {}

    /**
     * The topology.
     *
     * @param schedule how often time alone re-scores every active client, at least a second
     * @param partitions of the topic of client events
     */
    public static Topology of(
            Model model, Bands bands, Duration schedule, int partitions, Clock clock, ScoringMetrics metrics) {
        if (schedule.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "Set vigie.scoring.schedule to at least a second: it is " + schedule + ".");
        }
        EventDecoder decoder = new EventDecoder(clock, partitions);
        Scorer scorer = new Scorer(model, bands, clock);
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
                        PROCESSOR,
                        () -> new ScoreClient(decoder, scorer, schedule, clock, metrics),
                        EVENTS_SOURCE,
                        RETRIES_SOURCE)
                .addStateStore(store(FEATURES_STORE), PROCESSOR)
                .addStateStore(store(PARKED_STORE), PROCESSOR)
                .addSink(
                        SCORES_SINK,
                        Topics.CLIENT_SCORES.name(),
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
