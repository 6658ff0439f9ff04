package io.vigie.access;

import io.vigie.embedded.PostgresServer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of a JVM; each test class takes a database of its own. */
public final class TestDatabase {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestDatabase() {}

    /** A new one without tables. */
    public static AccessSettings.Database empty() {
        String name = "access_" + DATABASES.incrementAndGet();
        Server.POSTGRES.createDatabase(name);
        return on(Server.POSTGRES, name);
    }

    /** A database of that server. */
    public static AccessSettings.Database on(PostgresServer server, String name) {
        return new AccessSettings.Database(
                server.jdbcUrl(name), server.user(), server.password(), true, null, List.of());
    }

    private static final class Server {
        static final PostgresServer POSTGRES = PostgresServer.temporary();
    }
}
