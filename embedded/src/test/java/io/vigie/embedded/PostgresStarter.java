package io.vigie.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;

/** A process of its own that starts a server, writes one row, tells the server's id in a file and then only waits. */
final class PostgresStarter {

    private PostgresStarter() {}

    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[0]);
        PostgresServer server = PostgresServer.start(data, 0);
        server.createDatabase("facts");
        writeOneRow(server);
        Files.writeString(told(data), Long.toString(server.pid()));
        new CountDownLatch(1).await();
    }

    static Process start(Path data) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PostgresStarter.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling("starter.log").toFile())
                .start();
    }

    static long awaitServer(Path data) throws Exception {
        while (!Files.exists(told(data)) || Files.size(told(data)) == 0) {
            Thread.sleep(50);
        }
        return Long.parseLong(Files.readString(told(data)));
    }

    private static Path told(Path data) {
        return data.resolveSibling("server.pid");
    }

    private static void writeOneRow(PostgresServer server) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl("facts"), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE fact (id int PRIMARY KEY)");
            statement.execute("INSERT INTO fact VALUES (1)");
        }
    }
}
