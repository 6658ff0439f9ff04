package io.vigie.command.eventstore;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** One event as a row. */
record EventRow(
        String eventId,
        String aggregateId,
        Long sequenceNumber,
        String aggregateType,
        String time,
        String type,
        String revision,
        byte[] payload,
        byte[] metadata) {

    private static final String INTO = """
            insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                payload_type, payload_revision, payload, meta_data)
            """;

    private static final String ONE =
            INTO + "values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning transaction_id::text::bigint";

    private static final String MANY = INTO + """
            select event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                payload_type, payload_revision, payload, meta_data
            from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[],
                ?::bytea[]) with ordinality
                as event (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                    payload_type, payload_revision, payload, meta_data, place)
            order by place
            returning transaction_id::text::bigint""";

    static EventRow of(EventMessage<?> message, Serializer serializer) {
        if (!(message instanceof DomainEventMessage<?> event)) {
            throw new IllegalArgumentException("only events of aggregates are stored");
        }
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        SerializedObject<byte[]> metadata = event.serializeMetaData(serializer, byte[].class);
        String type = payload.getType().getName();
        long size = (long) payload.getData().length + metadata.getData().length;
        if (size > EventTooLarge.LIMIT) {
            throw new EventTooLarge(type, size);
        }
        return new EventRow(
                event.getIdentifier(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getType(),
                DateTimeUtils.formatInstant(event.getTimestamp()),
                type,
                payload.getType().getRevision(),
                payload.getData(),
                metadata.getData());
    }

    static PreparedStatement insert(Connection connection, List<EventRow> rows) throws SQLException {
        return rows.size() == 1 ? one(connection, rows.get(0)) : many(connection, rows);
    }

    private static PreparedStatement one(Connection connection, EventRow row) throws SQLException {
        PreparedStatement insert = connection.prepareStatement(ONE);
        insert.setString(1, row.eventId);
        insert.setString(2, row.aggregateId);
        insert.setLong(3, row.sequenceNumber);
        insert.setString(4, row.aggregateType);
        insert.setString(5, row.time);
        insert.setString(6, row.type);
        insert.setString(7, row.revision);
        insert.setBytes(8, row.payload);
        insert.setBytes(9, row.metadata);
        return insert;
    }

    private static PreparedStatement many(Connection connection, List<EventRow> rows) throws SQLException {
        PreparedStatement insert = connection.prepareStatement(MANY);
        insert.setArray(1, column(connection, "text", rows, EventRow::eventId));
        insert.setArray(2, column(connection, "text", rows, EventRow::aggregateId));
        insert.setArray(3, column(connection, "bigint", rows, EventRow::sequenceNumber));
        insert.setArray(4, column(connection, "text", rows, EventRow::aggregateType));
        insert.setArray(5, column(connection, "text", rows, EventRow::time));
        insert.setArray(6, column(connection, "text", rows, EventRow::type));
        insert.setArray(7, column(connection, "text", rows, EventRow::revision));
        insert.setArray(
                8,
                connection.createArrayOf(
                        "bytea", rows.stream().map(EventRow::payload).toArray(byte[][]::new)));
        insert.setArray(
                9,
                connection.createArrayOf(
                        "bytea", rows.stream().map(EventRow::metadata).toArray(byte[][]::new)));
        return insert;
    }

    private static Array column(Connection connection, String type, List<EventRow> rows, Function<EventRow, ?> value)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }
}
