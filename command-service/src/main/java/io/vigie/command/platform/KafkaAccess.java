package io.vigie.command.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** Clients of the configured broker: whole values as bytes, committed records only, acknowledged by all. */
@Component
public class KafkaAccess {

    private static final int METADATA_SOON_MS = 1_000;

    private final KafkaProperties properties;
    private final List<String> servers;

    KafkaAccess(KafkaProperties properties, KafkaConnectionDetails connection) {
        this.properties = properties;
        this.servers = connection.getBootstrapServers();
    }

    /** Where the broker is asked for. */
    public String servers() {
        return String.join(",", servers);
    }

    /** For topics, offsets and transactions. */
    public Admin admin() {
        Map<String, Object> settings = common(properties.buildAdminProperties());
        settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        return Admin.create(settings);
    }

    /** A reader of committed records that is given its partitions; group id for those that commit offsets, else "". */
    public Consumer<String, byte[]> consumer(String groupId) {
        Map<String, Object> settings = common(properties.buildConsumerProperties());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        if (!groupId.isEmpty()) {
            settings.put(ConsumerConfig.GROUP_ID_CONFIG, groupId);
        }
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** The one transactional producer of that id; making another one with the same id fences the first. */
    public Producer<String, byte[]> transactionalProducer(String transactionalId) {
        Map<String, Object> settings = common(properties.buildProducerProperties());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 8_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 30_000);
        settings.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 10);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** For single large records, one after the other; each acknowledged by all, none twice. */
    public Producer<String, byte[]> largeRecordProducer(int largest) {
        Map<String, Object> settings = common(properties.buildProducerProperties());
        settings.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, largest);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, largest + 1024L * 1024);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 15_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> common(Map<String, Object> configured) {
        Map<String, Object> settings = new HashMap<>(configured);
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
        settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, METADATA_SOON_MS);
        settings.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        return settings;
    }
}
