package io.vigie.scoring.platform;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of Kafka Streams that aren't left to its defaults, and why. */
final class StreamsProperties {

    /** Also the consumer group and the prefix of the stores' topics: never to be changed. */
    static final String APPLICATION_ID = "vigie-scoring";

    /** A record of the largest size with what a dead letter or parking adds to it. */
    private static final int LARGEST_RECORD = 8_388_608;

    private static final long COUNTS_CACHE = 8_388_608;

    /** So that a busy thread spends its time on events, and what comes last waits little longer than else. */
    private static final int LONGER_WHEN_BUSY = 3;

    /** Half of what a transaction may take, by default. */
    private static final long LONGEST_COMMIT = 5_000;

    private StreamsProperties() {}

    static Properties of(Map<String, Object> broker, ScoringSettings settings) {
        long commit = settings.scoring().commitInterval().toMillis();
        Properties properties = new Properties();
        properties.putAll(broker);
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory().toString());
        properties.put(
                StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.topics().replication());
        properties.put(
                StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.scoring().threads());
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocks.class);
        // For the counts only; no other store has a cache.
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, COUNTS_CACHE);
        // The longest; while little comes, transactions end earlier.
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, longest(commit));
        // A score is readable only after its transaction: the thread must not sit in poll while one is due.
        properties.put(StreamsConfig.POLL_MS_CONFIG, Math.max(1, commit / 2));
        // Events and retries need no order between them, so neither waits for the other.
        properties.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, -1L);
        // After a kill the group waits for the dead member this long; the default is 45 s.
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6_000);
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 1_500);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MAX_BYTES_CONFIG), LARGEST_RECORD);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), LARGEST_RECORD);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG), 4L * LARGEST_RECORD);
        return properties;
    }

    private static long longest(long commit) {
        return Math.max(commit, Math.min(LONGER_WHEN_BUSY * commit, LONGEST_COMMIT));
    }
}
