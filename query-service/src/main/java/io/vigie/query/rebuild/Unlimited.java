package io.vigie.query.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A transaction that may last as long as it takes: the server's limits are for writers, whose open transactions
 * hold up others. Rolled back unless it is committed.
 */
final class Unlimited implements AutoCloseable {

    private final Connection connection;
    private final JdbcTemplate jdbc;
    private final boolean autoCommit;

    private Unlimited(Connection connection, String... settings) throws SQLException {
        this.connection = connection;
        this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        this.autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        for (String setting : settings) {
            jdbc.execute(setting);
        }
        jdbc.execute("set local transaction_timeout = 0");
        jdbc.execute("set local statement_timeout = 0");
        jdbc.execute("set local idle_in_transaction_session_timeout = 0");
    }

    static Unlimited begin(Connection connection) throws SQLException {
        return new Unlimited(connection);
    }

    /** Sees for all its time what there is at its first query. */
    static Unlimited snapshot(Connection connection) throws SQLException {
        return new Unlimited(connection, "set transaction isolation level repeatable read, read only");
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        try {
            connection.rollback();
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }
}
