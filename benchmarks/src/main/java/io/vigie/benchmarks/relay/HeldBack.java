package io.vigie.benchmarks.relay;

import io.vigie.benchmarks.rows.StoredRow;
import io.vigie.benchmarks.servers.Servers.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Stores events that a relay may not see yet: one transaction that began before theirs is kept open, and nobody who reads
 * behind the horizon gets past it.
 */
final class HeldBack implements AutoCloseable {

    private static final int BATCH = 1_000;

    private final Connection open;
    private final Connection writer;

    HeldBack(Database store) throws SQLException {
        this.open = store.connect();
        this.writer = store.connect();
        try (Statement statement = open.createStatement()) {
            statement.execute("set transaction_timeout = 0; set idle_in_transaction_session_timeout = 0");
        }
        open.setAutoCommit(false);
        writer.setAutoCommit(false);
    }

    /** Stores that many like the examples, visible to readers of the table but behind the horizon. */
    void store(List<StoredRow> examples, int count) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute("select pg_current_xact_id()");
        }
        try (PreparedStatement insert = writer.prepareStatement(StoredRow.INSERT)) {
            for (int row = 1; row <= count; row++) {
                examples.get(row % examples.size()).set(insert);
                insert.addBatch();
                if (row % BATCH == 0 || row == count) {
                    insert.executeBatch();
                    writer.commit();
                }
            }
        }
    }

    /** Lets the relay see them. */
    void release() throws SQLException {
        open.rollback();
    }

    @Override
    public void close() throws SQLException {
        open.close();
        writer.close();
    }
}
