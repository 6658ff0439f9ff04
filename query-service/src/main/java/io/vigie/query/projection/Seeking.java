package io.vigie.query.projection;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
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
            try {
                seek(consumer, partitions);
            } catch (RuntimeException unknown) {
                LOG.warn("The offsets can't be read: {}", name(unknown));
                // Without any place the consumer would end. No place is wrong: the projector refuses what isn't next.
                consumer.seekToBeginning(partitions);
            }
        }
    }

    private void seek(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        projector.begin(partitions).forEach(consumer::seek);
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

    /**
     * The broker says so, too, of a log that has grown past the views' offset again, and of one that it lost while this
     * consumer was reading: whoever took over the partition since has another epoch, and the old one ended before.
     */
    @Override
    public void handleOtherException(
            Exception failure, Consumer<?, ?> consumer, MessageListenerContainer container, boolean batchListener) {
        if (failure instanceof OffsetOutOfRangeException lost) {
            String reason = "the broker has lost records that the views hold, of " + lost.partitions();
            if (broken.compareAndSet(null, reason)) {
                LOG.error("{}: they are to be built again from what it has", reason);
            }
        } else {
            LOG.warn("The consumer goes on after {}", name(failure));
        }
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
