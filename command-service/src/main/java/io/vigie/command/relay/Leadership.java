package io.vigie.command.relay;

import io.vigie.command.platform.CrashPoint;
import io.vigie.command.relay.StoredEvents.Batch;
import io.vigie.contracts.progress.RelayProgress;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time in which this instance is the one relay. Each step is one Kafka transaction that holds a batch of events and
 * the progress record that speaks of them. After any failure the leadership is given up, and the next one finds out from
 * Kafka what became of the last transaction.
 */
final class Leadership implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);

    private final LeadershipParts parts;
    private final Producer<String, byte[]> producer;
    private final Retries retries;
    private final ReadAhead readAhead;
    private final Map<TopicPartition, Long> endOffsets;
    private final Set<String> alreadyThere;
    private Position position;
    private long sent;

    Leadership(LeadershipParts parts, Producer<String, byte[]> producer, Retries retries, StartingPoint start) {
        this.parts = parts;
        this.producer = producer;
        this.retries = retries;
        this.readAhead = new ReadAhead(parts.store(), parts.batch());
        this.endOffsets = new HashMap<>(start.endOffsets());
        this.alreadyThere = start.alreadyThere();
        this.position = start.position();
        this.sent = start.sent();
    }

    /** What a leadership works with. */
    record LeadershipParts(
            StoredEvents store,
            EventRecords records,
            ProgressLog progressLog,
            ParkedAggregates parked,
            RelayMetrics metrics,
            CrashPoint crashPoint,
            Clock clock,
            int batch,
            boolean progressFirst) {}

    Position position() {
        return position;
    }

    /** How much a step found to send. */
    enum Found {
        NOTHING,
        SOME,
        BACKLOG
    }

    /** Sends the next batch. */
    Found step() {
        retries.next(this::release);
        Batch next = readAhead.after(position);
        if (next.events().isEmpty()) {
            return Found.NOTHING;
        }
        while (!publish(next.events())) {
            LOG.warn("One event can't be sent; its aggregate is parked, the others go on");
        }
        return next.more() ? Found.BACKLOG : Found.SOME;
    }

    private boolean publish(List<StoredEvent> batch) {
        Position next = batch.get(batch.size() - 1).position();
        if (parts.progressFirst()) {
            producer.beginTransaction();
            producer.send(parts.progressLog().record(progress(next, sent + batch.size())));
            producer.commitTransaction();
        }
        Shipment shipment = new Shipment(producer);
        int found;
        try {
            found = fill(shipment, batch);
            endOffsets.putAll(shipment.acknowledged());
        } catch (RefusedRecord refused) {
            producer.abortTransaction();
            parts.parked().park(refused.event(), refused.reason());
            parts.metrics().parked(parts.parked().size());
            return false;
        }
        commit(next, sent + shipment.size() + found);
        if (found > 0) {
            batch.forEach(event -> alreadyThere.remove(event.eventId()));
        }
        parts.metrics().sent(shipment.size());
        return true;
    }

    /** How many of the batch are on Kafka already. */
    private int fill(Shipment shipment, List<StoredEvent> batch) throws RefusedRecord {
        int found = 0;
        for (StoredEvent event : batch) {
            if (alreadyThere.contains(event.eventId())) {
                found++;
            } else if (parts.parked().gaveUp(event)) {
                LOG.info("An event that was given up is passed over");
            } else if (!parts.parked().holds(event)) {
                shipment.send(event, parts.records().of(event));
            } else if (parts.parked().isCause(event)) {
                shipment.sendInstead(parts.records().deadLetter(event, reason(event), null));
            }
        }
        return found;
    }

    private void commit(Position next, long total) {
        Shipment.await(producer.send(parts.progressLog().record(progress(next, total))));
        parts.crashPoint().reached("relay.after-send");
        producer.commitTransaction();
        parts.crashPoint().reached("relay.after-commit");
        position = next;
        sent = total;
    }

    /** Tries a parked aggregate again, from the event that could not be sent or from the one after it. */
    private void release(Retries.Retry retry) {
        ParkedAggregates parked = parts.parked();
        long from = parked.from(retry.aggregateId()).orElse(Long.MAX_VALUE);
        List<StoredEvent> waiting = parts.store().of(retry.aggregateId(), from, position, Integer.MAX_VALUE);
        if (waiting.isEmpty() || !waiting.get(0).eventId().equals(retry.eventId())) {
            return;
        }
        List<StoredEvent> toSend = retry.evict() ? waiting.subList(1, waiting.size()) : waiting;
        StoredEvent evicted = retry.evict() ? waiting.get(0) : null;
        StoredEvent refused = null;
        String reason = "";
        while (true) {
            Shipment shipment = new Shipment(producer);
            try {
                if (evicted != null) {
                    // Or its readers would wait for it, and park whatever follows.
                    for (String reader : EventRecords.readers(evicted.type())) {
                        shipment.sendInstead(parts.records().eviction(evicted, reader, retry.letterId()));
                    }
                }
                for (StoredEvent event : toSend) {
                    if (refused == null || event.sequenceNumber() < refused.sequenceNumber()) {
                        shipment.send(event, parts.records().of(event));
                    } else if (event.equals(refused)) {
                        shipment.sendInstead(parts.records().deadLetter(event, reason, retry.letterId()));
                    }
                }
                endOffsets.putAll(shipment.acknowledged());
                ParkedAggregates.Releasing releasing = new ParkedAggregates.Releasing(
                        retry.aggregateId(),
                        retry.partition().partition(),
                        retry.offset(),
                        refused == null ? null : Long.valueOf(refused.sequenceNumber()),
                        evicted == null ? null : evicted.eventId());
                parked.begin(releasing);
                producer.sendOffsetsToTransaction(
                        Map.of(retry.partition(), new OffsetAndMetadata(retry.offset() + 1)),
                        new ConsumerGroupMetadata(Retries.GROUP));
                commit(position, sent + shipment.size());
                parked.end(releasing);
                parts.metrics().parked(parked.size());
                return;
            } catch (RefusedRecord again) {
                producer.abortTransaction();
                refused = again.event();
                reason = again.reason();
            }
        }
    }

    private String reason(StoredEvent event) {
        return parts.parked().reason(event.aggregateId()).orElse("");
    }

    private RelayProgress progress(Position next, long total) {
        Map<String, Map<Integer, Long>> offsets = new HashMap<>();
        endOffsets.forEach((partition, end) -> offsets.computeIfAbsent(partition.topic(), topic -> new HashMap<>())
                .put(partition.partition(), end));
        return new RelayProgress(
                next.transactionId(),
                next.globalIndex(),
                total,
                offsets,
                parts.clock().instant());
    }

    @Override
    public void close() {
        readAhead.close();
        retries.close();
        producer.close(Duration.ofSeconds(2));
    }
}
