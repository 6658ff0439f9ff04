package io.vigie.acceptance.check;

import io.vigie.acceptance.system.Json;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What PostgreSQL holds, read past all services. */
final class EventStore {

    private EventStore() {}

    static List<StoredEvent> events(String jdbcUrl, String user, String password) throws SQLException {
        List<StoredEvent> events = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select event_identifier, aggregate_identifier, sequence_number,
                            payload_type, payload_revision, time_stamp, meta_data, payload
                        from domain_event_entry
                        order by aggregate_identifier, sequence_number
                        """)) {
            while (row.next()) {
                JsonNode payload = Json.parse(row.getBytes(8));
                events.add(new StoredEvent(
                        row.getString(1),
                        // Models are kept apart from clients of the same name, which Kafka's topics do by themselves.
                        payload.path("modelName").asString(row.getString(2)),
                        row.getLong(3) + 1,
                        row.getString(4),
                        row.getInt(5),
                        Instant.parse(row.getString(6)),
                        Json.parse(row.getBytes(7)).path("actor").stringValue(""),
                        payload));
            }
        }
        return events;
    }
}
