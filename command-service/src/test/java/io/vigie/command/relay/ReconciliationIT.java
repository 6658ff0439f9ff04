package io.vigie.command.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.command.platform.KafkaAccess;
import io.vigie.command.testing.Servers;
import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.embedded.KafkaBroker;
import java.sql.Connection;
import java.sql.Statement;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reconciler seen from outside: by its metric. */
class ReconciliationIT {

    private KafkaBroker kafka;
    private RelayRig rig;

    @BeforeEach
    void start() throws Exception {
        kafka = KafkaBroker.temporary();
        rig = new RelayRig(Servers.newDatabase(), kafka.bootstrapServers(), "--vigie.reconciliation.every=200ms");
        rig.store("a", 0, 20);
        rig.store("b", 0, 20);
        rig.awaitRelayed();
        RelayRig.await(() -> compared() == 40);
    }

    @AfterEach
    void stop() {
        rig.close();
        kafka.close();
    }

    @Test
    void givenRelayedEvents_whenCompared_thenNoGaps() throws Exception {
        rig.store("a", 20, 5);
        rig.awaitRelayed();

        RelayRig.await(() -> compared() == 45);
        assertThat(gaps()).isZero();
    }

    @Test
    void givenEventThatTheRelaySkipped_whenCompared_thenOneGap() throws Exception {
        try (Connection writer = rig.outsider();
                Statement insert = writer.createStatement()) {
            insert.execute("""
                    insert into domain_event_entry (transaction_id, event_identifier, aggregate_identifier,
                        sequence_number, type, time_stamp, payload_type, payload_revision, payload, meta_data)
                    values ('5', 'skipped', 'skipped', 0, 'Client', '2026-01-01T00:00:00Z', 'client-returned', '1',
                        '{}', '{}')""");
            writer.commit();
        }

        RelayRig.await(() -> gaps() == 1);
    }

    @Test
    void givenDoubledEvent_whenCompared_thenOneGap() throws Exception {
        int partition = rig.bean(EventRecords.class).partition("a");
        ProducerRecord<String, byte[]> doubled = new ProducerRecord<>(
                Topics.CLIENT_EVENTS.name(), partition, "a", RelayRig.json("a").getBytes());
        doubled.headers().add(Headers.ID, rig.eventIds("a").get(0).getBytes());
        try (var stranger = rig.bean(KafkaAccess.class).transactionalProducer("stranger")) {
            stranger.initTransactions();
            stranger.beginTransaction();
            stranger.send(doubled).get();
            stranger.commitTransaction();
        }
        rig.store("a", 20, 1);

        RelayRig.await(() -> gaps() == 1);
    }

    private double gaps() {
        return rig.bean(MeterRegistry.class).get("vigie.relay.gaps").gauge().value();
    }

    private long compared() {
        return rig.count("select coalesce(sum(published_events), 0) from reconciled_partition");
    }
}
