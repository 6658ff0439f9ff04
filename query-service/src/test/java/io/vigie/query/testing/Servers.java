package io.vigie.query.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.vigie.embedded.KafkaBroker;
import io.vigie.embedded.PostgresServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;

/** One real PostgreSQL and one real broker for all tests of a JVM. */
public final class Servers {

    /** The role of the service under test. */
    public static final String ROLE = "query_service";

    /** Its password. */
    public static final String ROLE_PASSWORD = "password-of-the-tests";

    /** The role that owns the tables of the service under test. */
    public static final String OWNER = "query_owner";

    /** Its password. */
    public static final String OWNER_PASSWORD = "password-of-their-owner";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Servers() {}

    private static final class Access {
        static final String URL = made("access");

        static {
            Tokens.know(URL);
        }
    }

    private static String made(String name) {
        postgres().createDatabase(name);
        return postgres().jdbcUrl(name);
    }

    private static final class Postgres {
        static final PostgresServer SERVER = PostgresServer.temporary();
    }

    private static final class Kafka {
        static final KafkaBroker BROKER = KafkaBroker.temporary();
    }

    /** The shared database server. */
    public static PostgresServer postgres() {
        return Postgres.SERVER;
    }

    /** The shared broker. */
    public static String kafka() {
        return Kafka.BROKER.bootstrapServers();
    }

    /** The address of the database of accounts and tokens. */
    static String access() {
        return Access.URL;
    }

    /** A database with its owner and the role that the service has, as the supervisor makes it. */
    public static void createDatabase(PostgresServer server, String name) {
        server.createDatabase(name, OWNER);
        server.letMigrate(OWNER, OWNER_PASSWORD, Duration.ofDays(1));
        server.letIn(name, ROLE, ROLE_PASSWORD);
    }

    /** What a service has to know to get into its database. */
    static Map<String, String> settings(PostgresServer server, String database) {
        return Map.of(
                "spring.datasource.url", server.jdbcUrl(database),
                "spring.datasource.username", ROLE,
                "spring.datasource.password", ROLE_PASSWORD,
                "spring.flyway.user", OWNER,
                "spring.flyway.password", OWNER_PASSWORD);
    }

    /** The database of a service that runs, for what the service itself may not do there. */
    public static JdbcTemplate asSuperuser(DataSource views) {
        try {
            return new JdbcTemplate(new DriverManagerDataSource(
                    views.unwrap(HikariDataSource.class).getJdbcUrl() + "?currentSchema=views",
                    postgres().user(),
                    postgres().password()));
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A database of its own. */
    public static String freshDatabase() {
        String name = "views_" + DATABASES.incrementAndGet();
        createDatabase(postgres(), name);
        return name;
    }

    /** Points a context at a fresh database and a broker. */
    public static void wire(DynamicPropertyRegistry registry, String bootstrapServers) {
        String database = freshDatabase();
        settings(postgres(), database).forEach((name, value) -> registry.add(name, () -> value));
        registry.add("spring.kafka.bootstrap-servers", () -> bootstrapServers);
        Tokens.settings().forEach((name, value) -> registry.add(name, () -> value));
    }
}
