package io.vigie.query.pipeline;

import io.vigie.contracts.Topics;
import io.vigie.query.pipeline.KafkaStanding.Members;
import io.vigie.query.platform.TopicSettings;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** Asks the broker how far everybody is and who has which partition; not for several threads at once. */
@Component
final class AskKafka implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AskKafka.class);

    /** Scoring's application id. */
    private static final String SCORING = "vigie-scoring";

    private static final List<String> PROJECTION = List.of("vigie-query-events", "vigie-query-scores");

    /** Instances of scoring have a consumer in each thread. */
    private static final String THREAD = "-StreamThread-";

    private static final int PATIENCE_MILLIS = 2_000;

    /** Whoever looks at the page meanwhile needn't wait for nothing once a second. */
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Map<String, Object> settings;
    private final Set<TopicPartition> partitions = new HashSet<>();
    private @Nullable Admin admin;
    private long failedAt = System.nanoTime() - PAUSE_NANOS;
    private long deadline;

    AskKafka(KafkaProperties kafka, TopicSettings topics) {
        settings = new HashMap<>(kafka.buildAdminProperties());
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "vigie-query-pipeline");
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        for (String topic : List.of(Topics.CLIENT_EVENTS.name(), Topics.CLIENT_SCORES.name())) {
            IntStream.range(0, topics.partitions())
                    .forEach(partition -> partitions.add(new TopicPartition(topic, partition)));
        }
    }

    /** Empty when it doesn't answer, and for some seconds after it didn't. */
    Optional<KafkaStanding> standing() {
        if (System.nanoTime() - failedAt < PAUSE_NANOS) {
            return Optional.empty();
        }
        try {
            Admin asked = admin == null ? Admin.create(settings) : admin;
            admin = asked;
            return Optional.of(standing(asked));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException | KafkaException unavailable) {
            LOG.warn(
                    "Kafka can't be asked for its offsets and groups: {}",
                    unavailable.getClass().getSimpleName());
            failedAt = System.nanoTime();
            close();
            return Optional.empty();
        }
    }

    private KafkaStanding standing(Admin asked) throws ExecutionException, InterruptedException, TimeoutException {
        deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        var ends = asked.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all();
        var scored = asked.listConsumerGroupOffsets(SCORING).partitionsToOffsetAndMetadata();
        var groups = asked.describeConsumerGroups(
                        Stream.concat(Stream.of(SCORING), PROJECTION.stream()).toList())
                .describedGroups();
        Map<TopicPartition, Long> end = new HashMap<>();
        ends.get(left(), TimeUnit.NANOSECONDS).forEach((partition, info) -> end.put(partition, info.offset()));
        var next = known(scored);
        Map<TopicPartition, Long> positions = new HashMap<>();
        if (next != null) {
            next.forEach((partition, place) -> {
                if (place != null) {
                    positions.put(partition, place.offset());
                }
            });
        }
        return new KafkaStanding(
                end, next == null ? null : positions, members(groups, List.of(SCORING)), members(groups, PROJECTION));
    }

    /** Of the time for all answers together. */
    private long left() {
        return Math.max(0, deadline - System.nanoTime());
    }

    private @Nullable Members members(
            Map<String, KafkaFuture<ConsumerGroupDescription>> groups, Collection<String> wanted)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, String> owners = new HashMap<>();
        Set<String> instances = new HashSet<>();
        for (String name : wanted) {
            ConsumerGroupDescription group = known(groups.get(name));
            if (group == null) {
                return null;
            }
            for (MemberDescription member : group.members()) {
                String instance = instance(name, member);
                instances.add(instance);
                member.assignment().topicPartitions().forEach(partition -> owners.put(partition, instance));
            }
        }
        return new Members(owners, instances);
    }

    /** Its name where it has one, else what the broker calls it. */
    private static String instance(String group, MemberDescription member) {
        String client = member.clientId();
        if (client.contains(THREAD)) {
            return client.substring(0, client.indexOf(THREAD));
        }
        String kind = group.substring(group.lastIndexOf('-'));
        return member.groupInstanceId()
                .map(name -> name.replaceFirst(kind + "(-\\d+)?$", ""))
                .orElseGet(member::consumerId);
    }

    /** Null for what the broker doesn't tell, or doesn't know. */
    private <T> @Nullable T known(@Nullable KafkaFuture<T> asked)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            return asked == null ? null : asked.get(left(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof AuthorizationException
                    || failure.getCause() instanceof GroupIdNotFoundException) {
                return null;
            }
            throw failure;
        }
    }

    @Override
    public void close() {
        Admin open = admin;
        admin = null;
        if (open != null) {
            open.close(java.time.Duration.ZERO);
        }
    }
}
