package io.vigie.query.projection;

import io.vigie.contracts.Topics;
import io.vigie.query.platform.PlantedBug;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.event.ConcurrentContainerStoppedEvent;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.stereotype.Component;

/**
 * The consumers that keep the views up to date: one thread for scores, one for models and what
 * the challenger says, one for everything else. Their group only shares
 * out the partitions; where to go on is the database's word.
 */
@Component
public final class Feeds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Feeds.class);
    private static final int BATCH = 1000;
    private static final Duration BETWEEN_SIGN_INS = Duration.ofSeconds(1);

    /** Two processes of one name shut each other out: not too often. */
    private static final Duration BEFORE_RETURN = Duration.ofSeconds(5);

    private final List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers = new ArrayList<>();
    private final AtomicReference<@Nullable String> broken = new AtomicReference<>();
    private final KafkaProperties kafka;
    private final PlantedBug plantedBug;
    private final String instance;
    private volatile boolean wanted;

    Feeds(
            KafkaProperties kafka,
            PlantedBug plantedBug,
            Projector projector,
            TopicsReady ready,
            @Value("${vigie.query.instance:}") String instance) {
        this.kafka = kafka;
        this.plantedBug = plantedBug;
        this.instance = instance;
        containers.add(container(
                projector,
                "events",
                Topics.CLIENT_EVENTS.name(),
                Topics.ACCOUNT_MANAGER_EVENTS.name(),
                Topics.RETRIES.name(),
                Topics.DEAD_LETTERS.name()));
        containers.add(container(projector, "scores", Topics.CLIENT_SCORES.name()));
        containers.add(container(
                projector,
                "models",
                Topics.MODEL_EVENTS.name(),
                Topics.MODELS.name(),
                Topics.MODEL_SWAPS.name(),
                Topics.MODEL_SKETCHES.name(),
                Topics.CLIENT_SHADOW_SCORES.name()));
    }

    private ConcurrentMessageListenerContainer<byte[], byte[]> container(
            Projector projector, String name, String... topics) {
        ContainerProperties properties = new ContainerProperties(topics);
        Seeking seeking = new Seeking(projector, broken);
        properties.setMessageListener(seeking);
        properties.setConsumerRebalanceListener(seeking);
        properties.setGroupId("vigie-query-" + name);
        properties.setClientId("vigie-query-" + name);
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setSyncCommits(false);
        properties.setAssignmentCommitOption(ContainerProperties.AssignmentCommitOption.NEVER);
        properties.setShutdownTimeout(10_000);
        properties.setAuthExceptionRetryInterval(BETWEEN_SIGN_INS);
        ConcurrentMessageListenerContainer<byte[], byte[]> container =
                new ConcurrentMessageListenerContainer<>(consumers(name), properties);
        container.setBeanName("views-" + name);
        container.setCommonErrorHandler(seeking);
        container.setApplicationEventPublisher(event -> {
            if (event instanceof ConcurrentContainerStoppedEvent stopped
                    && stopped.getReason() == ConsumerStoppedEvent.Reason.FENCED) {
                LOG.error("The consumer of {} was shut out: another one has its name", name);
                comeBack(container);
            }
        });
        return container;
    }

    /**
     * A consumer that the broker shuts out ends for good when another one signs in by its name; that may be an earlier self
     * of which the broker knew the later one only in memory when it was killed. What ended for anything else stays down, and
     * the health says so.
     */
    private void comeBack(ConcurrentMessageListenerContainer<byte[], byte[]> container) {
        CompletableFuture.delayedExecutor(BEFORE_RETURN.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> startAgain(container));
    }

    private synchronized void startAgain(ConcurrentMessageListenerContainer<byte[], byte[]> container) {
        if (wanted) {
            try {
                container.start();
            } catch (KafkaException notNow) {
                LOG.warn("The consumer of {} can't come back now: {}", container.getBeanName(), notNow.getMessage());
                // It would take itself for one that runs.
                container.stop();
                comeBack(container);
            }
        }
    }

    private DefaultKafkaConsumerFactory<byte[], byte[]> consumers(String name) {
        Map<String, Object> settings = settings();
        // Where to begin is the database's word, and a log that is shorter than the views is to be noticed.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        if (!instance.isBlank()) {
            // A restarted instance gets its partitions back without waiting for the session to end. Only of a name that
            // no other process has: Kafka shuts out the one that had it before.
            settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance + "-" + name);
        }
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        return new DefaultKafkaConsumerFactory<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** How everybody here reads: committed records as bytes, from the beginning unless told otherwise. */
    public Map<String, Object> settings() {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                plantedBug.readUncommitted() ? "read_uncommitted" : "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        settings.put(ConsumerConfig.RETRY_BACKOFF_MS_CONFIG, 20L);
        return settings;
    }

    @Override
    public synchronized void start() {
        wanted = true;
        containers.forEach(ConcurrentMessageListenerContainer::start);
    }

    @Override
    public synchronized void stop() {
        wanted = false;
        containers.forEach(ConcurrentMessageListenerContainer::stop);
    }

    /** Also while a consumer that was shut out waits for its return: that is to be stopped too. */
    @Override
    public boolean isRunning() {
        return wanted;
    }

    /** Whether every consumer runs. */
    public boolean isHealthy() {
        return broken.get() == null
                && containers.stream().allMatch(container -> container.isRunning() && container.isInExpectedState());
    }

    /** Why the views can't go on without help; null when they can. */
    public @Nullable String broken() {
        return broken.get();
    }

    /** Starts over at the offsets of the database, which are other ones now. */
    public synchronized void restart() {
        if (wanted) {
            stop();
            broken.set(null);
            start();
        }
    }

    /** How many partitions this instance follows. */
    public int partitions() {
        return containers.stream()
                .mapToInt(container -> container.getAssignedPartitions().size())
                .sum();
    }

    /** How many records are on the broker that this instance hasn't handled. */
    public long lag() {
        return containers.stream()
                .flatMap(container -> container.metrics().values().stream())
                .flatMap(metrics -> metrics.values().stream())
                .filter(metric -> metric.metricName().name().equals("records-lag"))
                .mapToDouble(metric -> metric.metricValue() instanceof Double value && !value.isNaN() ? value : 0)
                .mapToLong(value -> (long) value)
                .sum();
    }
}
