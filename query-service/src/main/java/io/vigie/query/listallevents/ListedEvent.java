package io.vigie.query.listallevents;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vigie.query.platform.Wire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event of any client.
 *
 * @param version of the client after it
 * @param type for instance {@code client-registered}
 * @param revision of the payload
 * @param actor who did it
 * @param payload as it was published
 */
record ListedEvent(
        String clientId,
        long version,
        String eventId,
        String type,
        int revision,
        Instant time,
        @Nullable String actor,
        @Schema(types = "object") JsonNode payload) {

    static ListedEvent read(ResultSet row, int index) throws SQLException {
        return new ListedEvent(
                row.getString("client_id"),
                row.getLong("version"),
                row.getString("event_id"),
                row.getString("type"),
                row.getInt("revision"),
                row.getObject("time", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                Wire.tree(row.getString("payload")));
    }
}
