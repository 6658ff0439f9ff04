package io.vigie.access;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where accounts and tokens are kept: apart from what a service keeps besides, so that it is nobody else's pool. */
public final class AccessDatabase implements AutoCloseable {

    private static final String SCHEMA = "access";
    private static final int CONNECTIONS = 4;
    private static final long LOCK = 0x5649_4749_4500L;

    private final HikariDataSource pool;
    private final JdbcTemplate jdbc;

    /** Connects. */
    public AccessDatabase(AccessSettings.Database settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(SCHEMA);
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.username());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(5_000);
        config.addDataSourceProperty("currentSchema", SCHEMA);
        config.addDataSourceProperty("ApplicationName", "vigie-access");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        pool = new HikariDataSource(config);
        jdbc = new JdbcTemplate(pool);
    }

    /** Brings the tables up to this version; of one service only, the one whose role owns the database. */
    public void migrate() {
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration/access")
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .load()
                .migrate();
    }

    /** In one transaction, and while no other process does the same. */
    public void alone(Runnable work) {
        new TransactionTemplate(new JdbcTransactionManager(pool)).executeWithoutResult(status -> {
            jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
            work.run();
        });
    }

    public JdbcTemplate jdbc() {
        return jdbc;
    }

    @Override
    public void close() {
        pool.close();
    }
}
