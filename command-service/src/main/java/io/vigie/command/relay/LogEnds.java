package io.vigie.command.relay;

import io.vigie.command.platform.KafkaAccess;
import io.vigie.command.topics.TopicSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Where the relay's topics really end. */
@Component
class LogEnds {

    private static final Logger LOG = LoggerFactory.getLogger(LogEnds.class);

    private final KafkaAccess kafka;
    private final int partitions;

    LogEnds(KafkaAccess kafka, TopicSettings topics) {
        this.kafka = kafka;
        this.partitions = topics.partitions();
    }

    List<TopicPartition> eventPartitions() {
        return EventRecords.TOPICS.stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions(partitions))
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .toList();
    }

    /**
     * The end of each event partition. To be called when no transaction of the relay can be open any more. Where one is
     * nevertheless, the broker lost its end marker together with its tail: readers of committed records would wait there
     * for ever. It is aborted, and the partition counts as ended where it began.
     */
    Map<TopicPartition, Long> settled() {
        List<TopicPartition> all = new ArrayList<>(eventPartitions());
        all.add(ProgressLog.PARTITION);
        try (Admin admin = kafka.admin()) {
            Map<TopicPartition, Long> ends = new HashMap<>(ends(admin, all, IsolationLevel.READ_UNCOMMITTED));
            for (Map.Entry<TopicPartition, Long> stable :
                    ends(admin, all, IsolationLevel.READ_COMMITTED).entrySet()) {
                if (stable.getValue() < ends.getOrDefault(stable.getKey(), 0L)) {
                    abortOpen(admin, stable.getKey());
                    ends.put(stable.getKey(), stable.getValue());
                }
            }
            return ends;
        } catch (ExecutionException e) {
            throw new KafkaException("the ends of the topics can't be told", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin, List<TopicPartition> partitions, IsolationLevel level)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        return admin.listOffsets(latest, new ListOffsetsOptions(level)).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private static void abortOpen(Admin admin, TopicPartition partition)
            throws ExecutionException, InterruptedException {
        for (ProducerState producer : admin.describeProducers(List.of(partition))
                .partitionResult(partition)
                .get()
                .activeProducers()) {
            if (producer.currentTransactionStartOffset().isPresent()) {
                LOG.warn("Aborting a transaction on {} whose end was lost", partition);
                admin.abortTransaction(new AbortTransactionSpec(
                                partition,
                                producer.producerId(),
                                (short) producer.producerEpoch(),
                                producer.coordinatorEpoch().orElse(0)))
                        .all()
                        .get();
            }
        }
    }
}
