package io.vigie.command.testing;

import io.vigie.embedded.KafkaBroker;
import io.vigie.embedded.PostgresServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.context.DynamicPropertyRegistry;

/** One PostgreSQL and one broker for all tests of a JVM; each test class takes a database of its own. */
public final class Servers {

    private static final String ROLE = "command_service";
    private static final String ROLE_PASSWORD = "password-of-the-tests";
    private static final String OWNER = "command_owner";
    private static final String OWNER_PASSWORD = "password-of-their-owner";

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

    /** The address of a new, empty database. */
    public static String newDatabase() {
        return made("commands_" + DATABASES.incrementAndGet());
    }

    /** Tells Spring Boot of a new, empty database, and of the server's user as the only one. */
    public static void newDatabase(DynamicPropertyRegistry registry) {
        String url = newDatabase();
        registry.add("spring.datasource.url", () -> url);
        registry.add("spring.datasource.username", postgres()::user);
        registry.add("spring.datasource.password", postgres()::password);
    }

    /** As whom a service signs in to a database and migrates it, as arguments of its start. */
    public static List<String> arguments(String url) {
        return List.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + ROLE,
                "--spring.datasource.password=" + ROLE_PASSWORD,
                "--spring.flyway.user=" + OWNER,
                "--spring.flyway.password=" + OWNER_PASSWORD);
    }

    /** The same for the database of accounts and tokens. */
    static List<String> accessArguments() {
        return List.of(
                "--vigie.access.database.url=" + Access.URL,
                "--vigie.access.database.username=" + ROLE,
                "--vigie.access.database.password=" + ROLE_PASSWORD,
                "--vigie.access.database.migrate=true",
                "--vigie.access.database.owner.username=" + OWNER,
                "--vigie.access.database.owner.password=" + OWNER_PASSWORD);
    }

    private static final class Access {
        static final String URL = made("access");
    }

    private static String made(String name) {
        postgres().createDatabase(name, OWNER);
        postgres().letMigrate(OWNER, OWNER_PASSWORD, Duration.ofDays(1));
        postgres().letIn(name, ROLE, ROLE_PASSWORD);
        return postgres().jdbcUrl(name);
    }

    private static final class Postgres {
        static final PostgresServer SERVER = PostgresServer.temporary();
    }

    private static final class Kafka {
        static final KafkaBroker BROKER = KafkaBroker.temporary();
    }
}
