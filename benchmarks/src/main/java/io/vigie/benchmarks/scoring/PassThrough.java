package io.vigie.benchmarks.scoring;

import io.vigie.benchmarks.process.Contender;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * A topology that remembers each record by its key and passes it on as it is: exactly once, with a logged RocksDB store,
 * and the commit interval that it is told.
 */
public final class PassThrough {

    static final String INPUT = "benchmark.pass-through.in";
    static final String OUTPUT = "benchmark.pass-through.out";

    private static final String STORE = "last";

    private PassThrough() {}

    /** Takes the brokers, the state directory, the commit interval in milliseconds and the number of threads. */
    public static void main(String[] args) throws Exception {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "benchmark-pass-through");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, args[0]);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, args[1]);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, args[2]);
        settings.put(StreamsConfig.POLL_MS_CONFIG, Integer.parseInt(args[2]) / 2);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, args[3]);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
        settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        KafkaStreams streams = new KafkaStreams(topology(), settings);
        CountDownLatch running = new CountDownLatch(1);
        streams.setStateListener((now, before) -> {
            if (now == State.RUNNING) {
                running.countDown();
            }
        });
        streams.start();
        running.await();
        Contender.serve(words -> List.of("running"));
    }

    private static Topology topology() {
        return new Topology()
                .addSource("in", new ByteArrayDeserializer(), new ByteArrayDeserializer(), INPUT)
                .addProcessor("remember", Remembering::new, "in")
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                        Stores.persistentKeyValueStore(STORE), Serdes.ByteArray(), Serdes.ByteArray())
                                .withCachingDisabled(),
                        "remember")
                .addSink("out", OUTPUT, new ByteArraySerializer(), new ByteArraySerializer(), "remember");
    }

    private static final class Remembering extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

        @SuppressWarnings("NullAway.Init") // Kafka Streams gives the context
        private KeyValueStore<byte[], byte[]> store;

        @Override
        public void init(ProcessorContext<byte[], byte[]> context) {
            super.init(context);
            store = context.getStateStore(STORE);
        }

        @Override
        public void process(Record<byte[], byte[]> passed) {
            store.get(passed.key());
            store.put(passed.key(), passed.value());
            context().forward(passed);
        }
    }
}
