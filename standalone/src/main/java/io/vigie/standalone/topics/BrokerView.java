package io.vigie.standalone.topics;

import io.vigie.standalone.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;

/** What the broker says about Vigie's topics. */
final class BrokerView {

    private static final String OURS = "vigie.";

    private final Admin admin;

    private final Remaining remaining;

    BrokerView(Admin admin, Remaining remaining) {
        this.admin = admin;
        this.remaining = remaining;
    }

    List<Partition> partitions() {
        List<String> names = get(admin.listTopics().names()).stream()
                .filter(name -> name.startsWith(OURS))
                .sorted()
                .toList();
        Map<String, TopicDescription> topics = get(admin.describeTopics(names).allTopicNames());
        Map<TopicPartition, Long> beginnings = offsets(topics, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(topics, OffsetSpec.latest());
        Map<TopicPartition, Long> lags = lags(ends);
        List<Partition> partitions = new ArrayList<>();
        topics.forEach((name, topic) -> topic.partitions().forEach(info -> {
            TopicPartition key = new TopicPartition(name, info.partition());
            partitions.add(new Partition(
                    name,
                    info.partition(),
                    info.leader() == null ? -1 : info.leader().id(),
                    info.replicas().stream().map(Node::id).toList(),
                    info.isr().stream().map(Node::id).toList(),
                    beginnings.getOrDefault(key, 0L),
                    ends.getOrDefault(key, 0L),
                    lags.get(key)));
        }));
        partitions.sort(Comparator.comparing(Partition::topic).thenComparing(Partition::partition));
        return partitions;
    }

    private Map<TopicPartition, Long> offsets(Map<String, TopicDescription> topics, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        topics.forEach((name, topic) ->
                topic.partitions().forEach(info -> asked.put(new TopicPartition(name, info.partition()), which)));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        get(admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private Map<TopicPartition, Long> lags(Map<TopicPartition, Long> ends) {
        Map<String, ListConsumerGroupOffsetsSpec> groups = new HashMap<>();
        get(admin.listGroups(ListGroupsOptions.forConsumerGroups()).all()).stream()
                .map(GroupListing::groupId)
                .forEach(group -> groups.put(group, new ListConsumerGroupOffsetsSpec()));
        Map<TopicPartition, Long> lags = new HashMap<>();
        for (Map<TopicPartition, OffsetAndMetadata> group :
                get(admin.listConsumerGroupOffsets(groups).all()).values()) {
            Map<TopicPartition, Long> positions = new HashMap<>();
            group.forEach((partition, position) -> {
                if (position != null && ends.containsKey(partition)) {
                    positions.put(partition, position.offset());
                }
            });
            remaining
                    .records(positions, ends)
                    .forEach((partition, records) -> lags.merge(partition, records, Long::sum));
        }
        return lags;
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException unavailable) {
            throw new Refusal("Kafka doesn't answer right now; see ./vigie status", 1, unavailable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.", 1, interrupted);
        }
    }
}
