package io.vigie.command.topics;

import io.vigie.command.platform.KafkaAccess;
import io.vigie.contracts.Topic;
import io.vigie.contracts.Topics;
import io.vigie.web.StartRefused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Makes the topics that are absent, puts their settings right, and refuses to start when one has another number of
 * partitions: with it the events of one client would be spread over two partitions, and their order lost.
 */
@Component
@EnableConfigurationProperties(TopicSettings.class)
final class TopicsAreRight implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(TopicsAreRight.class);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final KafkaAccess kafka;
    private final TopicSettings settings;

    TopicsAreRight(KafkaAccess kafka, TopicSettings settings) {
        this.kafka = kafka;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try (Admin admin = kafka.admin()) {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!madeRight(admin, deadline)) {
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (ExecutionException e) {
            throw new StartRefused(
                    "The topics can't be made ready on the Kafka broker at " + kafka.servers() + ": "
                            + String.valueOf(e.getCause()) + ".",
                    "Start the broker, or set spring.kafka.bootstrap-servers to where it is.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("The start was interrupted.", "Start again.");
        }
    }

    /** A new topic is not known everywhere at once; false when another look may find it. */
    private boolean madeRight(Admin admin, long deadline) throws ExecutionException, InterruptedException {
        try {
            createAbsent(admin);
            checkPartitions(admin);
            putSettingsRight(admin);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException && System.nanoTime() < deadline) {
                return false;
            }
            throw e;
        }
    }

    private void createAbsent(Admin admin) throws ExecutionException, InterruptedException {
        Set<String> present = admin.listTopics().names().get();
        List<NewTopic> absent = Topics.ALL.stream()
                .filter(topic -> !present.contains(topic.name()))
                .map(topic -> new NewTopic(
                                topic.name(), topic.partitions(settings.partitions()), settings.replication())
                        .configs(topic.configuration()))
                .toList();
        for (KafkaFuture<Void> created : admin.createTopics(absent).values().values()) {
            try {
                created.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private void checkPartitions(Admin admin) throws ExecutionException, InterruptedException {
        Map<String, TopicDescription> described = admin.describeTopics(
                        Topics.ALL.stream().map(Topic::name).toList())
                .allTopicNames()
                .get();
        for (Topic topic : Topics.ALL) {
            TopicDescription description = described.get(topic.name());
            int found = description == null ? 0 : description.partitions().size();
            int wanted = topic.partitions(settings.partitions());
            if (found != wanted) {
                throw new StartRefused(
                        "The topic " + topic.name() + " has " + found + " partitions, the setting says " + wanted + ".",
                        "Set vigie.topics.partitions to " + found
                                + ", or make new topics: another number would lose the order of each client's events.");
            }
        }
    }

    private void putSettingsRight(Admin admin) throws ExecutionException, InterruptedException {
        Map<ConfigResource, Topic> topics = Topics.ALL.stream()
                .collect(Collectors.toMap(
                        topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), topic -> topic));
        Map<ConfigResource, Config> found =
                admin.describeConfigs(topics.keySet()).all().get();
        for (Map.Entry<ConfigResource, Topic> entry : topics.entrySet()) {
            List<AlterConfigOp> corrections = entry.getValue().configuration().entrySet().stream()
                    .filter(wanted -> !wanted.getValue().equals(value(found.get(entry.getKey()), wanted.getKey())))
                    .map(wanted -> new AlterConfigOp(new ConfigEntry(wanted.getKey(), wanted.getValue()), OpType.SET))
                    .toList();
            if (!corrections.isEmpty()) {
                LOG.warn(
                        "Correcting {} on topic {}",
                        corrections,
                        entry.getValue().name());
                admin.incrementalAlterConfigs(Map.of(entry.getKey(), corrections))
                        .all()
                        .get();
            }
        }
    }

    private static String value(@Nullable Config config, String name) {
        ConfigEntry entry = config == null ? null : config.get(name);
        return entry == null ? "" : String.valueOf(entry.value());
    }
}
