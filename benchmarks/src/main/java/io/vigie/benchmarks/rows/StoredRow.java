package io.vigie.benchmarks.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a row of the event store holds besides its ids. */
public record StoredRow(
        String aggregateType, String time, String type, String revision, byte[] payload, byte[] metadata) {

    /** Inserts one under new ids. */
    public static final String INSERT = """
            insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                payload_type, payload_revision, payload, meta_data)
            values (?, ?, 0, ?, ?, ?, ?, ?, ?)""";

    /** Rows of registrations that a store already has. */
    public static List<StoredRow> in(Connection store, int most) throws SQLException {
        List<StoredRow> rows = new ArrayList<>();
        try (PreparedStatement select = store.prepareStatement("""
                select type, time_stamp, payload_type, payload_revision, payload, meta_data from domain_event_entry
                where payload_type = 'client-registered' order by global_index limit ?""")) {
            select.setInt(1, most);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(new StoredRow(
                            found.getString(1),
                            found.getString(2),
                            found.getString(3),
                            found.getString(4),
                            found.getBytes(5),
                            found.getBytes(6)));
                }
            }
        }
        if (rows.isEmpty()) {
            throw new SQLException("the store has no row to take as an example");
        }
        return rows;
    }

    /** Sets the parameters of {@link #INSERT}. */
    public void set(PreparedStatement insert) throws SQLException {
        insert.setString(1, UUID.randomUUID().toString());
        insert.setString(2, UUID.randomUUID().toString());
        insert.setString(3, aggregateType);
        insert.setString(4, time);
        insert.setString(5, type);
        insert.setString(6, revision);
        insert.setBytes(7, payload);
        insert.setBytes(8, metadata);
    }
}
