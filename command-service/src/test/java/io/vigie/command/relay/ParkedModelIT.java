package io.vigie.command.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.command.platform.KafkaAccess;
import io.vigie.command.testing.Servers;
import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.embedded.KafkaBroker;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** A model is stored under another id than the world knows it by; every way there and back has to translate. */
class ParkedModelIT {

    @Test
    void givenAnEventOfAModelThatCantBeSent_whenEvicted_thenTheLaterOnesFollowUnderTheModelsName() throws Exception {
        try (KafkaBroker kafka = KafkaBroker.temporary();
                RelayRig rig = new RelayRig(
                        Servers.newDatabase(), kafka.bootstrapServers(), "--vigie.reconciliation.every=200ms")) {
            store(rig, 0, "2026-01-01T00:00:00Z");
            store(rig, 1, "at no time");
            store(rig, 2, "2026-01-01T00:00:02Z");
            RelayRig.await(() -> rig.records(Topics.DEAD_LETTERS.name()).size() == 1);
            ConsumerRecord<String, byte[]> letter =
                    rig.records(Topics.DEAD_LETTERS.name()).get(0);
            assertThat(letter.key()).isEqualTo("m");

            evict(rig, letter);

            RelayRig.await(() -> rig.records(Topics.MODEL_EVENTS.name()).size() == 2);
            assertThat(rig.records(Topics.MODEL_EVENTS.name()))
                    .extracting(ConsumerRecord::key)
                    .containsOnly("m");
            assertThat(rig.publishedIds(Topics.MODEL_EVENTS.name(), "m"))
                    .containsExactly(
                            rig.eventIds("model:m").get(0),
                            rig.eventIds("model:m").get(2));
            List<ConsumerRecord<String, byte[]>> told =
                    rig.records(Topics.RETRIES.name()).stream().skip(1).toList();
            assertThat(told).singleElement().satisfies(eviction -> {
                assertThat(eviction.key()).isEqualTo("m");
                assertThat(RelayRig.header(eviction, Headers.RETRY_CONSUMER)).isEqualTo("query");
            });
            RelayRig.await(() -> rig.count("select coalesce(sum(published_events), 0) from reconciled_partition") == 2);
            assertThat(rig.bean(MeterRegistry.class)
                            .get("vigie.relay.gaps")
                            .gauge()
                            .value())
                    .isZero();
        }
    }

    private static void store(RelayRig rig, long sequence, String time) throws Exception {
        try (Connection writer = rig.outsider();
                PreparedStatement insert = writer.prepareStatement("""
                        insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,
                            time_stamp, payload_type, payload_revision, payload, meta_data)
                        values (gen_random_uuid(), 'model:m', ?, 'Model', ?, 'model-retired', '1', '{}', '{}')""")) {
            insert.setLong(1, sequence);
            insert.setString(2, time);
            insert.executeUpdate();
            writer.commit();
        }
    }

    private static void evict(RelayRig rig, ConsumerRecord<String, byte[]> letter) throws Exception {
        ProducerRecord<String, byte[]> wish = new ProducerRecord<>(
                Topics.RETRIES.name(), rig.bean(EventRecords.class).partition(letter.key()), letter.key(), new byte[0]);
        letter.headers().forEach(wish.headers()::add);
        wish.headers().add(Headers.DEAD_LETTER_ID, "17".getBytes(UTF_8));
        wish.headers().add(Headers.RETRY_CONSUMER, "relay".getBytes(UTF_8));
        wish.headers().add(Headers.RETRY_ACTION, "evict".getBytes(UTF_8));
        try (Producer<String, byte[]> producer = rig.bean(KafkaAccess.class).transactionalProducer("operator")) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(wish).get();
            producer.commitTransaction();
        }
    }
}
