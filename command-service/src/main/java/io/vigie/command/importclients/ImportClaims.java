package io.vigie.command.importclients;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Who works on an import: whoever holds its lock, for as long as the connection that took it lives. A process that is
 * killed lets go at once, without anybody waiting for a clock.
 */
@Component
class ImportClaims {

    private final DataSource dataSource;

    ImportClaims(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Runs {@code work} unless somebody else is at it. */
    void whileHeld(String importId, Runnable work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            if (!ask(connection, "select pg_try_advisory_lock(hashtextextended(?, 20240712))", importId)) {
                return;
            }
            try {
                work.run();
            } finally {
                ask(connection, "select pg_advisory_unlock(hashtextextended(?, 20240712))", importId);
            }
        }
    }

    private static boolean ask(Connection connection, String question, String importId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, importId);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
