package io.vigie.query.projection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Hands batches to the projector, and goes to the database's offsets on every assignment and after every failure. */
final class Seeking
        implements BatchMessageListener<byte[], byte[]>, ConsumerAwareRebalanceListener, CommonErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Seeking.class);
    private static final long PAUSE_NANOS = 200_000_000L;

    private final Projector projector;
    private final AtomicReference<@Nullable String> broken;

    Seeking(Projector projector, AtomicReference<@Nullable String> broken) {
        this.projector = projector;
        this.broken = broken;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        projector.handle(records);
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            seek(consumer, partitions);
        }
    }

    private void seek(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> stored = projector.begin(partitions);
        consumer.endOffsets(partitions).forEach((partition, end) -> {
            long next = stored.getOrDefault(partition, 0L);
            if (next > end) {
                broken.set("rebuild needed: the views hold " + partition + " up to offset " + next
                        + ", but the broker has lost everything from " + end + " on");
                LOG.error("{}", broken.get());
            }
        });
        if (broken.get() != null) {
            consumer.pause(partitions);
        }
        stored.forEach(consumer::seek);
    }

    @Override
    public boolean isAckAfterHandle() {
        return false;
    }

    @Override
    public boolean seeksAfterHandling() {
        return true;
    }

    @Override
    public void handleBatch(
            Exception failure,
            ConsumerRecords<?, ?> records,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable invokeListener) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        LOG.warn("A batch will be tried again after {}", name(cause));
        retreat(records, consumer);
    }

    @Override
    public void handleOtherException(
            Exception failure, Consumer<?, ?> consumer, MessageListenerContainer container, boolean batchListener) {
        LOG.warn("The consumer goes on after {}", name(failure));
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    private void retreat(ConsumerRecords<?, ?> records, Consumer<?, ?> consumer) {
        LockSupport.parkNanos(PAUSE_NANOS);
        try {
            seek(consumer, consumer.assignment());
        } catch (RuntimeException unknown) {
            LOG.warn("The offsets can't be read: {}", name(unknown));
            records.partitions()
                    .forEach(partition -> consumer.seek(
                            partition, records.records(partition).get(0).offset()));
        }
    }

    /** Messages of databases and brokers may repeat what is in a record; their names don't. */
    private static String name(Throwable failure) {
        return failure instanceof Offsets.Overtaken
                ? failure.getMessage() + ""
                : failure.getClass().getSimpleName();
    }
}
