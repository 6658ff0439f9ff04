package io.vigie.access;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where accounts and tokens are kept: apart from what a service keeps besides, so that it is nobody else's pool. */
public final class AccessDatabase implements AutoCloseable {

    private static final String SCHEMA = "access";
    private static final int CONNECTIONS = 4;
    private static final long LOCK = 0x5649_4749_4500L;

    private final AccessSettings.Database settings;
    private final HikariDataSource pool;
    private final JdbcTemplate jdbc;

    /** Connects. */
    public AccessDatabase(AccessSettings.Database settings) {
        this.settings = settings;
        HikariConfig config = new HikariConfig();
        config.setPoolName(SCHEMA);
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.username());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(1_000);
        config.setValidationTimeout(500);
        config.addDataSourceProperty("currentSchema", SCHEMA);
        config.addDataSourceProperty("ApplicationName", "vigie-access");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("connectTimeout", "1");
        config.addDataSourceProperty("socketTimeout", "10");
        pool = new HikariDataSource(config);
        jdbc = new JdbcTemplate(pool);
    }

    /** Brings the tables up to this version, by connections of their owner that are closed afterwards; of one service only. */
    public void migrate() {
        AccessSettings.Owner owner = Objects.requireNonNullElseGet(
                settings.owner(), () -> new AccessSettings.Owner(settings.username(), settings.password()));
        Flyway flyway = Flyway.configure()
                .dataSource(settings.url(), owner.username(), owner.password())
                .locations("classpath:db/migration/access")
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .placeholders(Map.of("role", settings.username()))
                .load();
        flyway.migrate();
        JdbcTemplate owning = new JdbcTemplate(flyway.getConfiguration().getDataSource());
        settings.readers().forEach(role -> letRead(owning, role));
    }

    /** Whose texts are, and nothing else: no password, no proposal. What it answers to auditors it adds to the record. */
    private static void letRead(JdbcTemplate owning, String role) {
        if (!role.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("not a plain name of a role");
        }
        owning.execute("grant usage on schema access to " + role);
        owning.execute("grant select on access.known_token, access.known_session to " + role);
        owning.execute("grant insert on access.recorded_read to " + role);
    }

    /** In one transaction: all of it or nothing. */
    public <T> T together(Supplier<T> work) {
        return Objects.requireNonNull(
                new TransactionTemplate(new JdbcTransactionManager(pool)).execute(status -> work.get()));
    }

    /** In one transaction, and while no other process does the same. */
    public <T> T alone(Supplier<T> work) {
        return together(() -> {
            jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
            return work.get();
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
