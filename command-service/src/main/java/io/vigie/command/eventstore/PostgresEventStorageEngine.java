package io.vigie.command.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;

/**
 * Axon's JDBC engine with one round trip per append, which also brings back the transaction id; with one query per
 * aggregate read (no snapshots, no query to find out that the end is the end); and with exceptions that tell neither
 * SQL nor payload.
 */
final class PostgresEventStorageEngine extends JdbcEventStorageEngine {

    private static final int READ_BATCH = 500;

    private final Runnable afterCommit;

    PostgresEventStorageEngine(
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer eventSerializer,
            Runnable afterCommit) {
        super(configured(connections, transactions, eventSerializer));
        this.afterCommit = afterCommit;
    }

    static EventSchema tables() {
        return EventSchema.builder()
                .eventTable("domain_event_entry")
                .globalIndexColumn("global_index")
                .timestampColumn("time_stamp")
                .eventIdentifierColumn("event_identifier")
                .aggregateIdentifierColumn("aggregate_identifier")
                .sequenceNumberColumn("sequence_number")
                .typeColumn("type")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .payloadColumn("payload")
                .metaDataColumn("meta_data")
                .build();
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<EventRow> rows =
                events.stream().map(event -> EventRow.of(event, serializer)).toList();
        try (Connection connection = getConnection();
                PreparedStatement insert = EventRow.insert(connection, rows);
                ResultSet inserted = insert.executeQuery()) {
            inserted.next();
            AppendedEvents.in(inserted.getLong(1), afterCommit);
        } catch (SQLException e) {
            handlePersistenceException(e, events.get(0));
        }
    }

    @Override
    protected void handlePersistenceException(Exception exception, EventMessage<?> failedEvent) {
        throw RefusedAppend.translate(exception, failedEvent);
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return Stream.empty();
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new UnsupportedOperationException("there are no snapshots");
    }

    private static Builder configured(
            ConnectionProvider connections, TransactionManager transactions, Serializer eventSerializer) {
        Builder builder = JdbcEventStorageEngine.builder()
                .schema(tables())
                .connectionProvider(connections)
                .transactionManager(transactions)
                .eventSerializer(eventSerializer)
                .snapshotSerializer(eventSerializer)
                .persistenceExceptionResolver(RefusedAppend::isConflict);
        builder.batchSize(READ_BATCH);
        builder.finalAggregateBatchPredicate(batch -> batch.size() < READ_BATCH);
        return builder;
    }
}
