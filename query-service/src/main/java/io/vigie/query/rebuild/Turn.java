package io.vigie.query.rebuild;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The right to rebuild, which one instance has at a time; it ends with the connection, so with the process too. */
final class Turn implements AutoCloseable {

    private static final long LOCK = 0x5649474945L;

    private final Connection connection;
    private final JdbcTemplate jdbc;

    private Turn(Connection connection) {
        this.connection = connection;
        this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }

    /** Null when somebody has it. */
    static @Nullable Turn take(HikariDataSource views) throws SQLException {
        Turn turn = new Turn(views.getConnection());
        try {
            if (Boolean.TRUE.equals(turn.jdbc.queryForObject("select pg_try_advisory_lock(?)", Boolean.class, LOCK))) {
                return turn;
            }
        } catch (RuntimeException failure) {
            turn.connection.close();
            throw failure;
        }
        turn.connection.close();
        return null;
    }

    /** Whether anybody has it. */
    static boolean isTaken(JdbcTemplate views) {
        return Boolean.TRUE.equals(views.queryForObject(
                "select exists (select 1 from pg_locks l join pg_database d on d.oid = l.database"
                        + " where l.locktype = 'advisory' and l.objsubid = 1 and d.datname = current_database()"
                        + " and (l.classid::int8 << 32) + l.objid::int8 = ?)",
                Boolean.class,
                LOCK));
    }

    /** The connection that has it. */
    Connection connection() {
        return connection;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            jdbc.queryForObject("select pg_advisory_unlock(?)", Boolean.class, LOCK);
        }
    }
}
