package io.vigie.query.projection;

import io.vigie.contracts.Topic;
import io.vigie.contracts.Topics;
import io.vigie.query.platform.TopicSettings;
import io.vigie.web.StartRefused;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** Sees to it, before anything is read, that every topic exists with the partitions that it must have. */
@Component
final class TopicsReady {

    private static final long PATIENCE_SECONDS = 30;
    private static final int MOST_TRIES = 50;
    private static final long PAUSE_MILLIS = 100;

    TopicsReady(KafkaProperties kafka, TopicSettings settings) {
        try (Admin admin = Admin.create(kafka.buildAdminProperties())) {
            create(admin, settings);
            check(admin, settings);
        } catch (ExecutionException | TimeoutException failure) {
            throw new StartRefused(
                    "Kafka can't be asked for its topics: "
                            + (failure.getCause() == null ? "no answer" : failure.getCause()) + ".",
                    "Start the broker, or set spring.kafka.bootstrap-servers to where it is.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartRefused("The start was interrupted.", "Start again.");
        }
    }

    private static void create(Admin admin, TopicSettings settings)
            throws ExecutionException, InterruptedException, TimeoutException {
        Set<String> present = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        List<NewTopic> missing = Topics.ALL.stream()
                .filter(topic -> !present.contains(topic.name()))
                .map(topic -> new NewTopic(
                                topic.name(), topic.partitions(settings.partitions()), settings.replication())
                        .configs(topic.configuration()))
                .toList();
        for (var created : admin.createTopics(missing).values().values()) {
            try {
                created.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException failure) {
                if (!(failure.getCause() instanceof TopicExistsException)) {
                    throw failure;
                }
            }
        }
    }

    private static void check(Admin admin, TopicSettings settings)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, TopicDescription> found = described(admin);
        for (Topic topic : Topics.ALL) {
            TopicDescription description = found.get(topic.name());
            int expected = topic.partitions(settings.partitions());
            if (description == null || description.partitions().size() != expected) {
                throw new StartRefused(
                        "Topic " + topic.name() + " has "
                                + (description == null
                                        ? 0
                                        : description.partitions().size()) + " partitions, but must have " + expected
                                + ".",
                        "Set vigie.topics.partitions to what it was created with.");
            }
        }
    }

    /** A topic that was just created is not known to the broker at once. */
    private static Map<String, TopicDescription> described(Admin admin)
            throws ExecutionException, InterruptedException, TimeoutException {
        for (int tries = 1; ; tries++) {
            try {
                return admin.describeTopics(Topics.ALL.stream().map(Topic::name).toList())
                        .allTopicNames()
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException failure) {
                if (tries == MOST_TRIES || !(failure.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw failure;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }
}
