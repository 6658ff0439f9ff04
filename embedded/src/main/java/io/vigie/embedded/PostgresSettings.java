package io.vigie.embedded;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The server's settings, given on its command line so that no file in the data folder overrides them. */
record PostgresSettings(Map<String, String> values) {

    /** Without each of these a crash may lose what was acknowledged. */
    private static final List<String> DURABILITY =
            List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums");

    static PostgresSettings durable() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("listen_addresses", "127.0.0.1");
        values.put("unix_socket_directories", "");
        values.put("fsync", "on");
        values.put("synchronous_commit", "on");
        values.put("full_page_writes", "on");
        // Far below the time after which a reader of the event store gives up on an open transaction.
        values.put("transaction_timeout", "15s");
        values.put("idle_in_transaction_session_timeout", "15s");
        values.put("max_connections", "100");
        values.put("shared_buffers", "64MB");
        values.put("jit", "off");
        values.put("timezone", "UTC");
        values.put("log_timezone", "UTC");
        values.put("logging_collector", "off");
        // Statements carry personal data, and a unique violation's detail does too.
        values.put("log_min_error_statement", "panic");
        values.put("log_error_verbosity", "terse");
        return new PostgresSettings(values);
    }

    PostgresSettings with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new PostgresSettings(changed);
    }

    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        values.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return arguments;
    }

    /** Refuses a server that doesn't keep what it acknowledges. */
    static void demandDurability(Connection connection) throws SQLException {
        for (String setting : DURABILITY) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SHOW " + setting)) {
                if (!row.next() || !row.getString(1).equals("on")) {
                    throw new EmbeddedServerException(
                            "PostgreSQL runs without " + setting + ", so a crash could lose data: refused.");
                }
            }
        }
    }
}
