package io.vigie.query.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.postgresql.PGConnection;

/**
 * Connections that see no client but those of one account manager, and write nothing. They see none at all before they
 * are told whose they are, which each is when it is taken.
 */
final class OwnRows implements AutoCloseable {

    private static final int MOST = 6;
    private static final String OPTIONS = "options";

    private final HikariDataSource pool = new HikariDataSource();

    /** Whose each is that is still open. */
    private final Map<PGConnection, String> told = Collections.synchronizedMap(new WeakHashMap<>());

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
        pool.addDataSourceProperty(OPTIONS, "-c default_transaction_read_only=on -c max_parallel_workers_per_gather=0");
    }

    /** One that sees the rows of that account manager. */
    Connection connection(String accountManagerId) throws SQLException {
        Connection connection = pool.getConnection();
        try {
            tell(connection, accountManagerId);
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    /** Unless it is what the connection was told last, which spares a round trip. */
    private void tell(Connection connection, String accountManagerId) throws SQLException {
        PGConnection one = connection.unwrap(PGConnection.class);
        if (!accountManagerId.equals(told.remove(one))) {
            try (PreparedStatement tell =
                    connection.prepareStatement("select set_config('vigie.account_manager', ?, false)")) {
                tell.setString(1, accountManagerId);
                tell.execute();
            }
        }
        told.put(one, accountManagerId);
    }

    @Override
    public void close() {
        pool.close();
    }
}
