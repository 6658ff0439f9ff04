package io.vigie.command.relay;

import io.vigie.command.platform.CrashPoint;
import io.vigie.command.platform.KafkaAccess;
import io.vigie.command.relay.Leadership.LeadershipParts;
import io.vigie.command.topics.TopicSettings;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Opens leaderships: fences any earlier one, then finds out where to go on. */
@Component
class Leaderships {

    /** Shared by all instances, so that Kafka lets only the newest of them write. */
    static final String TRANSACTIONAL_ID = "vigie-relay";

    private final KafkaAccess kafka;
    private final Recovery recovery;
    private final ParkedAggregates parked;
    private final RelayMetrics metrics;
    private final int partitions;
    private final LeadershipParts parts;

    Leaderships(
            KafkaAccess kafka,
            Recovery recovery,
            StoredEvents store,
            EventRecords records,
            ProgressLog progressLog,
            ParkedAggregates parked,
            RelayMetrics metrics,
            CrashPoint crashPoint,
            Clock clock,
            RelaySettings settings,
            TopicSettings topics,
            ObjectProvider<ProgressFirst> plantedBug) {
        this.kafka = kafka;
        this.recovery = recovery;
        this.parked = parked;
        this.metrics = metrics;
        this.partitions = topics.partitions();
        this.parts = new LeadershipParts(
                store,
                records,
                progressLog,
                parked,
                metrics,
                crashPoint,
                clock,
                settings.batch(),
                plantedBug.getIfAvailable() != null);
    }

    Leadership open() {
        Producer<String, byte[]> producer = kafka.transactionalProducer(TRANSACTIONAL_ID);
        Retries retries = null;
        try {
            producer.initTransactions();
            parked.load();
            retries = new Retries(kafka.consumer(Retries.GROUP), parked, partitions);
            retries.settle();
            metrics.parked(parked.size());
            return new Leadership(parts, producer, retries, recovery.find());
        } catch (RuntimeException e) {
            if (retries != null) {
                retries.close();
            }
            producer.close(Duration.ZERO);
            throw e;
        }
    }
}
