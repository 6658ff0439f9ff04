package io.vigie.command.relay;

import io.vigie.command.eventstore.EventTooLarge;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;

/**
 * Reads the store in the order of transactions, and only behind the horizon: below the oldest transaction that is still
 * open in this database nothing can be added any more, so a position once passed hides no event.
 */
@Component
class StoredEvents {

    /** The most payload of one batch in bytes; one event may be larger. */
    private static final int BATCH_BYTES = 8 * 1024 * 1024;

    private static final String COLUMNS =
            "transaction_id::text::bigint, global_index, event_identifier, aggregate_identifier, sequence_number,"
                    + " time_stamp, payload_type, payload_revision, payload, meta_data";

    /**
     * A snapshot tells of the open transactions of all databases of the server, and those of the views are open most of the
     * time under load. One counts as another database's only while it is seen to be held there: whatever isn't known, as
     * one that has just begun or ended, holds the relay up, until it looks again. So the horizon may also go back; what was
     * before it once can be read ever after.
     */
    static final String HORIZON = """
            select case when pg_snapshot_xmin(seen) = pg_snapshot_xmax(seen) then pg_snapshot_xmin(seen) else (
                select coalesce(min(open_id), pg_snapshot_xmax(seen)) from pg_snapshot_xip(seen) open_id
                where not exists (
                    select from pg_locks held join pg_stat_activity holder on holder.pid = held.pid
                    where held.locktype = 'transactionid' and held.mode = 'ExclusiveLock' and held.granted
                      and held.transactionid = open_id::xid and holder.datname <> current_database())) end
            from pg_current_snapshot() seen""";

    static final String NEXT = """
            select %s from (
                select *, sum(octet_length(payload)) over (order by transaction_id, global_index) as bytes,
                    row_number() over (order by transaction_id, global_index) as place
                from (
                    select * from domain_event_entry
                    where (transaction_id, global_index) > (?::text::xid8, ?)
                      and transaction_id < (%s)
                    order by transaction_id, global_index limit ?) next_events) measured
            where bytes <= ? or place = 1
            order by place""".formatted(COLUMNS, HORIZON);

    /** Of a transaction that was before the horizon. */
    private static final String REST_OF_TRANSACTION = """
            select %s from domain_event_entry
            where transaction_id = ?::text::xid8 and global_index > ?
            order by global_index""".formatted(COLUMNS);

    private static final String OF_AGGREGATE = """
            select %s from domain_event_entry
            where aggregate_identifier = ? and sequence_number >= ?
              and (transaction_id, global_index) <= (?::text::xid8, ?)
            order by sequence_number limit ?""".formatted(COLUMNS);

    private final DataSource dataSource;

    StoredEvents(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * What comes next.
     *
     * @param more whether it ends where it does because of its size, and not because nothing else may be read yet
     */
    record Batch(List<StoredEvent> events, boolean more) {}

    /**
     * The next events after a position; empty when there is none that may be read yet. At most {@code limit}, but whole
     * transactions, even a larger one: who has come to a transaction has all of its events, as consistency tokens promise.
     */
    Batch after(Position position, int limit) {
        List<StoredEvent> page = page(position, limit);
        if (!mayBeCut(page, limit)) {
            return new Batch(page, false);
        }
        long cut = transaction(page);
        List<StoredEvent> whole = page.stream()
                .filter(event -> event.position().transactionId() != cut)
                .toList();
        return new Batch(whole.isEmpty() ? withRest(page) : whole, true);
    }

    /** Whatever the horizon is by now. */
    private List<StoredEvent> withRest(List<StoredEvent> begun) {
        Position last = begun.get(begun.size() - 1).position();
        List<StoredEvent> all = new ArrayList<>(begun);
        all.addAll(read(REST_OF_TRANSACTION, statement -> {
            statement.setString(1, Long.toString(last.transactionId()));
            statement.setLong(2, last.globalIndex());
        }));
        return all;
    }

    private static boolean mayBeCut(List<StoredEvent> page, int limit) {
        long bytes = page.stream().mapToLong(event -> event.payload().length).sum();
        return page.size() > limit || bytes > BATCH_BYTES - EventTooLarge.LIMIT;
    }

    private static long transaction(List<StoredEvent> page) {
        return page.get(page.size() - 1).position().transactionId();
    }

    /** One more than the limit, to see whether a transaction ends with it. */
    private List<StoredEvent> page(Position position, int limit) {
        return read(NEXT, statement -> {
            statement.setString(1, Long.toString(position.transactionId()));
            statement.setLong(2, position.globalIndex());
            statement.setInt(3, limit + 1);
            statement.setInt(4, BATCH_BYTES);
        });
    }

    /** The events of one aggregate from a sequence number on, at or before a position. */
    List<StoredEvent> of(String aggregateId, long fromSequence, Position until, int limit) {
        return read(OF_AGGREGATE, statement -> {
            statement.setString(1, aggregateId);
            statement.setLong(2, fromSequence);
            statement.setString(3, Long.toString(until.transactionId()));
            statement.setLong(4, until.globalIndex());
            statement.setInt(5, limit);
        });
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    /** In autocommit mode, so that looking costs one round trip and no transaction is left open. */
    private List<StoredEvent> read(String sql, Parameters parameters) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                parameters.set(statement);
                try (ResultSet rows = statement.executeQuery()) {
                    List<StoredEvent> events = new ArrayList<>();
                    while (rows.next()) {
                        events.add(event(rows));
                    }
                    return events;
                }
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("reading the event store", sql, e);
        }
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(
                new Position(row.getLong(1), row.getLong(2)),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getBytes(9),
                row.getBytes(10));
    }
}
