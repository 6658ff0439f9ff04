package io.vigie.query.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Connections that see no client but those of one account manager, and write nothing. They see none at all before they
 * are told whose they are, which each is when it is taken.
 */
final class OwnRows implements AutoCloseable {

    private static final int MOST = 6;
    private static final String OPTIONS = "options";

    private final HikariDataSource pool = new HikariDataSource();

    /** Connects to where {@code everybodys} does, at the first request. */
    OwnRows(HikariDataSource everybodys) {
        pool.setJdbcUrl(everybodys.getJdbcUrl());
        pool.setUsername(everybodys.getUsername());
        pool.setPassword(everybodys.getPassword());
        pool.setPoolName(everybodys.getPoolName() + "-own");
        pool.setMaximumPoolSize(MOST);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(everybodys.getConnectionTimeout());
        // A database that is away when the first request comes is no other fault than one that goes away later.
        pool.setInitializationFailTimeout(-1);
        everybodys.getDataSourceProperties().forEach((name, value) -> {
            if (!name.equals(OPTIONS)) {
                pool.addDataSourceProperty(name.toString(), value);
            }
        });
        pool.addDataSourceProperty(OPTIONS, "-c default_transaction_read_only=on");
    }

    /** One that sees the rows of that account manager. */
    Connection connection(String accountManagerId) throws SQLException {
        Connection connection = pool.getConnection();
        try (PreparedStatement tell =
                connection.prepareStatement("select set_config('vigie.account_manager', ?, false)")) {
            tell.setString(1, accountManagerId);
            tell.execute();
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
