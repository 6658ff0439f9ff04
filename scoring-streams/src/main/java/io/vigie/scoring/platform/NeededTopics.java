package io.vigie.scoring.platform;

import io.vigie.contracts.Topic;
import io.vigie.contracts.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics that scoring reads and writes; the command-service makes them. */
record NeededTopics(int partitions) {

    private static final List<Topic> NEEDED = List.of(
            Topics.CLIENT_EVENTS,
            Topics.RETRIES,
            Topics.MODELS,
            Topics.CLIENT_SCORES,
            Topics.CLIENT_SHADOW_SCORES,
            Topics.MODEL_SWAPS,
            Topics.MODEL_SKETCHES,
            Topics.DEAD_LETTERS);

    /**
     * Which of them don't exist yet.
     *
     * @throws IllegalStateException when one has another number of partitions than the setting says
     * @throws ExecutionException when the broker doesn't answer
     */
    List<String> missing(Admin admin) throws ExecutionException, InterruptedException {
        Map<String, KafkaFuture<TopicDescription>> answers =
                admin.describeTopics(NEEDED.stream().map(Topic::name).toList()).topicNameValues();
        Map<String, Integer> found = new HashMap<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> answer : answers.entrySet()) {
            try {
                found.put(answer.getKey(), answer.getValue().get().partitions().size());
            } catch (ExecutionException fault) {
                if (!(fault.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw fault;
                }
            }
        }
        mismatch(found).ifPresent(sentence -> {
            throw new IllegalStateException(sentence);
        });
        return NEEDED.stream()
                .map(Topic::name)
                .filter(name -> !found.containsKey(name))
                .toList();
    }

    /** One sentence about the first topic whose number of partitions is wrong. */
    Optional<String> mismatch(Map<String, Integer> found) {
        return NEEDED.stream()
                .filter(topic ->
                        found.getOrDefault(topic.name(), topic.partitions(partitions)) != topic.partitions(partitions))
                .map(topic -> "The topic " + topic.name() + " has " + found.get(topic.name())
                        + " partitions but must have " + topic.partitions(partitions)
                        + ": set vigie.topics.partitions to what it was when the data were made.")
                .findFirst();
    }
}
