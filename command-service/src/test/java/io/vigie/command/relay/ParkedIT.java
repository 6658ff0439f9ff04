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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ParkedIT {

    private static final String EVENTS = Topics.CLIENT_EVENTS.name();

    private KafkaBroker kafka;
    private RelayRig rig;

    @BeforeEach
    void start() throws Exception {
        kafka = KafkaBroker.temporary();
        rig = new RelayRig(
                Servers.newDatabase(),
                kafka.bootstrapServers(),
                "--vigie.reconciliation.every=200ms",
                "--vigie.relay.batch=2");
        limit(5_000);
        rig.store("big", 0, 1);
        try (Connection writer = rig.outsider()) {
            RelayRig.insert(writer, "big", 1, Instant.now(), 0, "{\"x\":\"" + "y".repeat(20_000) + "\"}");
            writer.commit();
        }
        rig.store("big", 2, 2);
        rig.store("other", 0, 3);
        rig.awaitRelayed();
    }

    @AfterEach
    void stop() {
        rig.close();
        kafka.close();
    }

    @Test
    void givenALetter_whenItsPositionIsTold_thenItsEndIsToldWithIt() {
        List<ConsumerRecord<String, byte[]>> told = rig.records(Topics.RELAY_PROGRESS.name());

        assertThat(new String(told.get(told.size() - 1).value(), UTF_8))
                .contains("\"" + Topics.DEAD_LETTERS.name() + "\":{\"0\":1}");
    }

    @Test
    void givenRecordThatIsTooLarge_whenRelayed_thenOnlyItsAggregateWaitsAndALetterSaysSo() {
        assertThat(rig.publishedIds(EVENTS, "big"))
                .isEqualTo(rig.eventIds("big").subList(0, 1));
        assertThat(rig.publishedIds(EVENTS, "other")).isEqualTo(rig.eventIds("other"));
        assertThat(rig.bean(MeterRegistry.class)
                        .get("vigie.relay.parked")
                        .gauge()
                        .value())
                .isEqualTo(1);
        List<ConsumerRecord<String, byte[]>> letters = rig.records(Topics.DEAD_LETTERS.name());
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo("big");
            assertThat(letter.value()).isEmpty();
            assertThat(RelayRig.header(letter, Headers.ID))
                    .isEqualTo(rig.eventIds("big").get(1));
            assertThat(RelayRig.header(letter, Headers.DEAD_LETTER_CONSUMER)).isEqualTo("relay");
            assertThat(RelayRig.header(letter, Headers.DEAD_LETTER_REASON)).contains("RecordTooLarge");
            assertThat(letter.headers().lastHeader(Headers.DEAD_LETTER_ID)).isNull();
        });
    }

    @Test
    void givenTwoRefusedAggregatesOfOnePartition_whenRelayed_thenTheirLettersHaveOriginsOfTheirOwn() throws Exception {
        String second = neighbour("big");
        try (Connection writer = rig.outsider()) {
            RelayRig.insert(writer, second, 0, Instant.now(), 0, "{\"x\":\"" + "y".repeat(20_000) + "\"}");
            writer.commit();
        }
        rig.awaitRelayed();

        List<String> origins = rig.records(Topics.DEAD_LETTERS.name()).stream()
                .map(letter -> RelayRig.header(letter, Headers.DEAD_LETTER_ORIGIN))
                .toList();
        int partition = rig.bean(EventRecords.class).partition("big");
        assertThat(origins)
                .containsExactly(
                        EVENTS + "/" + partition + "/" + rig.eventIds("big").get(1),
                        EVENTS + "/" + partition + "/" + rig.eventIds(second).get(0));
    }

    private String neighbour(String client) {
        EventRecords records = rig.bean(EventRecords.class);
        return IntStream.range(0, 1_000)
                .mapToObj(number -> "big-" + number)
                .filter(other -> records.partition(other) == records.partition(client))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void givenParkedAggregate_whenTheCauseIsGoneAndRetried_thenAllItsEventsFollowInOrder() throws Exception {
        limit(1_000_000);
        ask("retry");

        RelayRig.await(() -> rig.publishedIds(EVENTS, "big").size() == 4);
        rig.store("big", 4, 1);
        rig.awaitRelayed();

        assertThat(rig.publishedIds(EVENTS, "big")).isEqualTo(rig.eventIds("big"));
        assertThat(rig.count("select count(*) from relay_parked")).isZero();
    }

    @Test
    void givenParkedAggregate_whenRetriedInVain_thenItStaysParkedWithAnotherLetter() throws Exception {
        ask("retry");

        RelayRig.await(() -> rig.records(Topics.DEAD_LETTERS.name()).size() == 2);
        ConsumerRecord<String, byte[]> again =
                rig.records(Topics.DEAD_LETTERS.name()).get(1);
        assertThat(RelayRig.header(again, Headers.DEAD_LETTER_ID)).isEqualTo("17");
        assertThat(rig.publishedIds(EVENTS, "big")).hasSize(1);
        assertThat(rig.count("select count(*) from relay_parked")).isEqualTo(1);
    }

    @Test
    void givenParkedAggregate_whenTheEventIsEvicted_thenTheLaterOnesFollow() throws Exception {
        ask("evict");

        RelayRig.await(() -> rig.publishedIds(EVENTS, "big").size() == 3);
        List<String> expected = new ArrayList<>(rig.eventIds("big"));
        String evicted = expected.remove(1);
        assertThat(rig.publishedIds(EVENTS, "big")).isEqualTo(expected);
        RelayRig.await(() -> rig.count("select count(*) from relay_evicted") == 1);
        assertThat(rig.records(Topics.RETRIES.name()).stream()
                        .skip(1)
                        .map(told -> RelayRig.header(told, Headers.RETRY_CONSUMER)
                                + RelayRig.header(told, Headers.RETRY_ACTION)
                                + RelayRig.header(told, Headers.VERSION)
                                + RelayRig.header(told, Headers.ID)))
                .containsExactly("scoringevict2" + evicted, "queryevict2" + evicted);
    }

    @Test
    void givenEvictedEvent_whenStoreAndTopicsAreCompared_thenNothingIsMissing() throws Exception {
        ask("evict");
        RelayRig.await(() -> rig.count("select count(*) from relay_parked") == 0);
        rig.store("big", 4, 1);
        rig.awaitRelayed();

        RelayRig.await(() -> compared() == 7);
        rig.store("big", 5, 1);
        // Then the round before has told its outcome.
        RelayRig.await(() -> compared() == 8);
        assertThat(rig.bean(MeterRegistry.class).get("vigie.relay.gaps").gauge().value())
                .isZero();
    }

    private long compared() {
        return rig.count("select coalesce(sum(published_events), 0) from reconciled_partition");
    }

    @Test
    void givenParkedAggregate_whenTheRelayStartsAgain_thenItStaysParked() throws Exception {
        RelayRig again = rig.startAgain(kafka.bootstrapServers());
        try (again) {
            again.store("big", 4, 1);
            again.store("other", 3, 1);
            again.awaitRelayed();

            assertThat(again.publishedIds(EVENTS, "big")).hasSize(1);
            assertThat(again.publishedIds(EVENTS, "other")).hasSize(4);
        }
    }

    private void ask(String action) throws Exception {
        ProducerRecord<String, byte[]> wish = new ProducerRecord<>(
                Topics.RETRIES.name(), rig.bean(EventRecords.class).partition("big"), "big", new byte[0]);
        wish.headers().add(Headers.DEAD_LETTER_ID, "17".getBytes(UTF_8));
        wish.headers().add(Headers.RETRY_CONSUMER, "relay".getBytes(UTF_8));
        wish.headers().add(Headers.RETRY_ACTION, action.getBytes(UTF_8));
        wish.headers().add(Headers.ID, rig.eventIds("big").get(1).getBytes(UTF_8));
        try (Producer<String, byte[]> producer = rig.bean(KafkaAccess.class).transactionalProducer("operator")) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(wish).get();
            producer.commitTransaction();
        }
    }

    private void limit(int bytes) throws Exception {
        try (Admin admin = rig.bean(KafkaAccess.class).admin()) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, EVENTS),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("max.message.bytes", Integer.toString(bytes)),
                                    AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }
}
