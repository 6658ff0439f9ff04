package io.vigie.command.testing;

import io.vigie.embedded.KafkaBroker;
import io.vigie.embedded.PostgresServer;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.context.DynamicPropertyRegistry;

/** One PostgreSQL and one broker for all tests of a JVM; each test class takes a database of its own. */
public final class Servers {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Servers() {}

    /** The server. */
    public static PostgresServer postgres() {
        return Postgres.SERVER;
    }

    /** The broker. */
    public static KafkaBroker kafka() {
        return Kafka.BROKER;
    }

    /** The address of the database of accounts and tokens. */
    public static String access() {
        return Access.URL;
    }

    /** The address of a new, empty database. */
    public static String newDatabase() {
        return made("commands_" + DATABASES.incrementAndGet());
    }

    /** Tells Spring Boot of a new, empty database. */
    public static void newDatabase(DynamicPropertyRegistry registry) {
        String url = newDatabase();
        registry.add("spring.datasource.url", () -> url);
        registry.add("spring.datasource.username", postgres()::user);
        registry.add("spring.datasource.password", postgres()::password);
    }

    private static final class Access {
        static final String URL = made("access");
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
}
