package io.vigie.command.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.platform.KafkaAccess;
import io.vigie.command.testing.Servers;
import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.embedded.KafkaBroker;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stored event that can't become a record holds up its own aggregate and nobody else. */
class UnreadableEventIT {

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

    @ParameterizedTest
    @CsvSource({
        "no-map, 2026-01-01T00:00:00Z, [], MismatchedInputException, 2026-01-01T00:00:00Z",
        "no-json, 2026-01-01T00:00:00Z, {, UnexpectedEndOfInputException, 2026-01-01T00:00:00Z",
        "null, 2026-01-01T00:00:00Z, null, NullPointerException, 2026-01-01T00:00:00Z",
        "no-time, 0-yesterday, {}, DateTimeParseException, 0-yesterday",
        "before-1970, 1969-12-31T23:59:59Z, {}, IllegalArgumentException, 1969-12-31T23:59:59Z",
    })
    void givenEventThatIsNoRecord_whenRelayed_thenOnlyItsAggregateWaitsUntilItIsEvicted(
            String client, String time, String metadata, String reason, String toldTime) throws Exception {
        String other = client + "-other";
        rig.store(client, 0, 1);
        store(client, time, metadata);
        rig.store(client, 2, 2);
        rig.store(other, 0, 3);
        rig.awaitRelayed();

        assertThat(rig.publishedIds(EVENTS, other)).isEqualTo(rig.eventIds(other));
        List<String> ids = rig.eventIds(client);
        assertThat(rig.publishedIds(EVENTS, client)).isEqualTo(ids.subList(0, 1));
        assertThat(letters(client)).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isEmpty();
            assertThat(RelayRig.header(letter, Headers.ID)).isEqualTo(ids.get(1));
            assertThat(RelayRig.header(letter, Headers.TIME)).isEqualTo(toldTime);
            assertThat(RelayRig.header(letter, Headers.DEAD_LETTER_REASON))
                    .isEqualTo("The stored event can't become a record: " + reason);
        });

        ask("retry", client, ids.get(1));
        RelayRig.await(() -> letters(client).size() == 2);
        assertThat(rig.publishedIds(EVENTS, client)).isEqualTo(ids.subList(0, 1));

        ask("evict", client, ids.get(1));
        RelayRig.await(() -> rig.publishedIds(EVENTS, client).size() == 3);
        List<String> expected = new ArrayList<>(ids);
        expected.remove(1);
        assertThat(rig.publishedIds(EVENTS, client)).isEqualTo(expected);
    }

    private static void store(String client, String time, String metadata) throws SQLException {
        try (Connection writer = rig.outsider();
                PreparedStatement insert = writer.prepareStatement("""
                        insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number,
                            type, time_stamp, payload_type, payload_revision, payload, meta_data)
                        values (gen_random_uuid(), ?, 1, 'Client', ?, 'client-returned', '1', '{}', ?)""")) {
            insert.setString(1, client);
            insert.setString(2, time);
            insert.setBytes(3, metadata.getBytes(UTF_8));
            insert.executeUpdate();
            writer.commit();
        }
    }

    private static List<ConsumerRecord<String, byte[]>> letters(String client) {
        return rig.records(Topics.DEAD_LETTERS.name()).stream()
                .filter(letter -> letter.key().equals(client))
                .toList();
    }

    private static void ask(String action, String client, String eventId) throws Exception {
        ProducerRecord<String, byte[]> wish = new ProducerRecord<>(
                Topics.RETRIES.name(), rig.bean(EventRecords.class).partition(client), client, new byte[0]);
        wish.headers().add(Headers.RETRY_CONSUMER, "relay".getBytes(UTF_8));
        wish.headers().add(Headers.RETRY_ACTION, action.getBytes(UTF_8));
        wish.headers().add(Headers.ID, eventId.getBytes(UTF_8));
        try (Producer<String, byte[]> producer = rig.bean(KafkaAccess.class).transactionalProducer("operator")) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(wish).get();
            producer.commitTransaction();
        }
    }
}
