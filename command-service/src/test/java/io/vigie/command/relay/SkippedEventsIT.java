package io.vigie.command.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.testing.Servers;
import io.vigie.contracts.Topics;
import io.vigie.embedded.KafkaBroker;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The two ways in which a reader by global index skips a committed event for ever. Each is played to Axon's own tracking,
 * to a reader by transaction without the horizon, and to the relay. The time that has to pass is in the events' timestamps.
 */
class SkippedEventsIT {

    private static final Instant BEYOND_THE_GAP_TIMEOUT = Instant.now().minus(Duration.ofMinutes(2));

    private KafkaBroker kafka;
    private RelayRig rig;
    private StockTracking stock;
    private List<String> withoutHorizon;
    private Position withoutHorizonAt;

    @BeforeEach
    void start() {
        kafka = KafkaBroker.temporary();
        rig = new RelayRig(Servers.newDatabase(), kafka.bootstrapServers());
        stock = new StockTracking();
        withoutHorizon = new ArrayList<>();
        withoutHorizonAt = Position.BEGINNING;
    }

    @AfterEach
    void stop() {
        rig.close();
        kafka.close();
    }

    @Test
    void givenTransactionOpenLongerThanTheGapTimeout_whenItCommitsAtLast_thenOnlyTheRelayHasItsEvent()
            throws Exception {
        try (Connection slow = rig.outsider();
                Connection quick = rig.outsider()) {
            commit(quick, "first", 0);
            RelayRig.insert(slow, "slow", 0, BEYOND_THE_GAP_TIMEOUT, 0, RelayRig.json("slow"));
            commit(quick, "second", 0);
            everybodyReads();
            slow.commit();
            commit(quick, "third", 0);
        }
        everybodyReads();
        rig.awaitRelayed();

        Set<String> all = Set.of("first", "slow", "second", "third");
        assertThat(stock.seen).containsExactly("first", "second", "third");
        assertThat(withoutHorizon).containsExactly("first", "second", "third");
        assertThat(rig.publishedClients(Topics.CLIENT_EVENTS.name(), all)).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void givenTwoWritersWithBlocksOfIndexes_whenTheLowerBlockComesLater_thenOnlyTheRelayHasAll() throws Exception {
        try (Connection low = rig.outsider();
                Connection high = rig.outsider()) {
            for (int i = 0; i < 4; i++) {
                RelayRig.insert(high, "high-" + i, 0, BEYOND_THE_GAP_TIMEOUT, 1051 + i, RelayRig.json("high"));
                high.commit();
            }
            everybodyReads();
            for (int i = 0; i < 5; i++) {
                RelayRig.insert(low, "low-" + i, 0, BEYOND_THE_GAP_TIMEOUT, 1001 + i, RelayRig.json("low"));
                low.commit();
            }
        }
        everybodyReads();
        rig.awaitRelayed();

        Set<String> all = Set.of("high-0", "high-1", "high-2", "high-3", "low-0", "low-1", "low-2", "low-3", "low-4");
        assertThat(stock.seen).containsExactly("high-0", "high-1", "high-2", "high-3");
        assertThat(rig.publishedClients(Topics.CLIENT_EVENTS.name(), all)).containsExactlyInAnyOrderElementsOf(all);
    }

    private static void commit(Connection writer, String client, long sequence) throws SQLException {
        RelayRig.insert(writer, client, sequence, BEYOND_THE_GAP_TIMEOUT, 0, RelayRig.json(client));
        writer.commit();
    }

    private void everybodyReads() {
        stock.read();
        String horizon = "and transaction_id < (" + StoredEvents.HORIZON + ")";
        assertThat(StoredEvents.NEXT).contains(horizon);
        rig.jdbc()
                .query(
                        StoredEvents.NEXT.replace(horizon, ""),
                        row -> {
                            withoutHorizonAt = new Position(row.getLong(1), row.getLong(2));
                            withoutHorizon.add(row.getString(4));
                        },
                        Long.toString(withoutHorizonAt.transactionId()),
                        withoutHorizonAt.globalIndex(),
                        1000,
                        1_000_000);
    }

    /** What a processor with Axon's defaults gets to see. */
    private final class StockTracking {

        final List<String> seen = new ArrayList<>();
        private final EventStorageEngine engine = JdbcEventStorageEngine.builder()
                .schema(EventSchema.builder()
                        .eventTable("domain_event_entry")
                        .globalIndexColumn("global_index")
                        .timestampColumn("time_stamp")
                        .eventIdentifierColumn("event_identifier")
                        .aggregateIdentifierColumn("aggregate_identifier")
                        .sequenceNumberColumn("sequence_number")
                        .payloadTypeColumn("payload_type")
                        .payloadRevisionColumn("payload_revision")
                        .metaDataColumn("meta_data")
                        .build())
                .connectionProvider(rig.bean(ConnectionProvider.class))
                .transactionManager(rig.bean(TransactionManager.class))
                .eventSerializer(eventSerializer())
                .snapshotSerializer(eventSerializer())
                .build();

        private TrackingToken token;

        StockTracking() {
            token = engine.createTailToken();
        }

        void read() {
            engine.readEvents(token, false).forEach(this::see);
        }

        private void see(TrackedEventMessage<?> event) {
            token = event.trackingToken();
            seen.add(((DomainEventMessage<?>) event).getAggregateIdentifier());
        }

        private Serializer eventSerializer() {
            return rig.bean("eventSerializer", Serializer.class);
        }
    }
}
