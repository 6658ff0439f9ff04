package io.vigie.query.testing;

import io.vigie.embedded.KafkaBroker;
import io.vigie.embedded.PostgresServer;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.context.DynamicPropertyRegistry;

/** One real PostgreSQL and one real broker for all tests of a JVM. */
public final class Servers {

    /** The role of the service under test. */
    public static final String ROLE = "query_service";

    /** Its password. */
    public static final String ROLE_PASSWORD = "password-of-the-tests";

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

    /** A database that belongs to a role that PostgreSQL's rules hold for, as the service demands. */
    public static void createDatabase(PostgresServer server, String name) {
        server.createDatabase(name, ROLE, ROLE_PASSWORD);
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
        registry.add("spring.datasource.url", () -> postgres().jdbcUrl(database));
        registry.add("spring.datasource.username", () -> ROLE);
        registry.add("spring.datasource.password", () -> ROLE_PASSWORD);
        registry.add("spring.kafka.bootstrap-servers", () -> bootstrapServers);
        Tokens.settings().forEach((name, value) -> registry.add(name, () -> value));
    }
}
