package io.vigie.command.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.command.testing.Servers;
import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.contracts.progress.RelayProgress;
import io.vigie.embedded.KafkaBroker;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RelayIT {

    private static final String EVENTS = Topics.CLIENT_EVENTS.name();

    private static KafkaBroker kafka;
    private static RelayRig rig;

    @BeforeAll
    static void start() {
        kafka = KafkaBroker.temporary();
        rig = new RelayRig(Servers.newDatabase(), kafka.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        rig.close();
        kafka.close();
    }

    @Test
    void givenStoredEvent_whenRelayed_thenTheSameBytesUnderItsKeyWithAllHeaders() throws Exception {
        Instant time = Instant.parse("2026-02-03T04:05:06.789Z");
        try (Connection writer = rig.outsider()) {
            RelayRig.insert(writer, "bytes", 0, time, 0, "{ \"clientId\" : \"bytes\",\"odd\":1.50 }");
            writer.commit();
        }

        rig.awaitRelayed();

        ConsumerRecord<String, byte[]> published = rig.records(EVENTS).stream()
                .filter(found -> found.key().equals("bytes"))
                .findFirst()
                .orElseThrow();
        assertThat(new String(published.value(), UTF_8)).isEqualTo("{ \"clientId\" : \"bytes\",\"odd\":1.50 }");
        assertThat(published.timestamp()).isEqualTo(time.toEpochMilli());
        assertThat(published.partition()).isEqualTo(BuiltInPartitioner.partitionForKey("bytes".getBytes(UTF_8), 3));
        assertThat(RelayRig.header(published, Headers.ID))
                .isEqualTo(rig.eventIds("bytes").get(0));
        assertThat(RelayRig.header(published, Headers.TYPE)).isEqualTo("client-returned");
        assertThat(RelayRig.header(published, Headers.REVISION)).isEqualTo("1");
        assertThat(RelayRig.header(published, Headers.VERSION)).isEqualTo("1");
        assertThat(RelayRig.header(published, Headers.SUBJECT)).isEqualTo("bytes");
        assertThat(RelayRig.header(published, Headers.TIME)).isEqualTo(time.toString());
        assertThat(RelayRig.header(published, Headers.SOURCE)).isEqualTo("/vigie/command-service");
        assertThat(RelayRig.header(published, Headers.SPEC_VERSION)).isEqualTo("1.0");
        assertThat(RelayRig.header(published, Headers.CONTENT_TYPE)).isEqualTo("application/json");
        assertThat(RelayRig.header(published, Headers.ACTOR)).isEqualTo("local");
        assertThat(published.headers())
                .extracting(header -> header.key())
                .contains(
                        Headers.TRANSACTION,
                        Headers.GLOBAL_INDEX,
                        Headers.ACTOR_KIND,
                        Headers.CORRELATION_ID,
                        Headers.CAUSATION_ID);
    }

    @Test
    void givenManyWriters_whenRelayed_thenEachEventOnceAndInOrder() {
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int w = 0; w < 6; w++) {
            String client = "many-" + w;
            writers.add(CompletableFuture.runAsync(() -> {
                try {
                    rig.store(client, 0, 200);
                } catch (java.sql.SQLException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        writers.forEach(CompletableFuture::join);

        rig.awaitRelayed();

        for (int w = 0; w < 6; w++) {
            assertThat(rig.publishedIds(EVENTS, "many-" + w)).isEqualTo(rig.eventIds("many-" + w));
        }
    }

    @Test
    void givenProgress_whenRelayed_thenItsEndOffsetsLieBehindEveryEvent() throws Exception {
        rig.store("ends", 0, 5);
        rig.awaitRelayed();

        RelayProgress progress = rig.bean(ProgressLog.class).newest().orElseThrow();

        for (ConsumerRecord<String, byte[]> published : rig.records(EVENTS)) {
            TopicPartition partition = new TopicPartition(published.topic(), published.partition());
            assertThat(ProgressLog.endOffset(progress, partition).orElseThrow()).isGreaterThan(published.offset());
        }
        assertThat(progress.sent()).isEqualTo(rig.count("select count(*) from domain_event_entry"));
    }

    @Test
    void givenTransactionThatHoldsUpTheRelay_whenItEnds_thenTheLagRoseAndFell() throws Exception {
        try (Connection holdsUp = rig.outsider()) {
            RelayRig.insert(holdsUp, "holds-up", 0, Instant.now(), 0, "{}");
            rig.store("held-up", 0, 4);
            RelayRig.await(() -> gauge("vigie.relay.lag") == 4 && gauge("vigie.relay.oldest.unsent.seconds") >= 1);
            holdsUp.commit();
        }

        RelayRig.await(() -> gauge("vigie.relay.lag") == 0 && gauge("vigie.relay.oldest.unsent.seconds") == 0);
        assertThat(rig.publishedIds(EVENTS, "held-up")).isEqualTo(rig.eventIds("held-up"));
    }

    @Test
    void givenManyStoredEvents_whenLookingForTheNext_thenTheIndexIsUsed() throws Exception {
        try (Connection writer = rig.outsider();
                Statement insert = writer.createStatement()) {
            insert.execute("""
                    insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number,
                        type, time_stamp, payload_type, payload_revision, payload, meta_data)
                    select gen_random_uuid(), 'bulk-' || n, 0, 'Client', '2026-01-01T00:00:00Z',
                        'client-returned', '1', '{}', '{}' from generate_series(1, 10000) n""");
            writer.commit();
            rig.awaitRelayed();
            insert.execute("analyze domain_event_entry");
            writer.commit();
        }
        Position end = rig.bean(ProgressLog.class)
                .newest()
                .map(progress -> new Position(progress.transactionId(), progress.globalIndex()))
                .orElseThrow();

        List<String> plan = rig.jdbc()
                .queryForList(
                        "explain " + StoredEvents.NEXT,
                        String.class,
                        Long.toString(end.transactionId()),
                        end.globalIndex(),
                        2000,
                        1_000_000);

        assertThat(String.join("\n", plan))
                .contains("domain_event_entry_position_ix")
                .doesNotContain("Seq Scan");
    }

    private static double gauge(String name) {
        return rig.bean(MeterRegistry.class).get(name).gauge().value();
    }
}
