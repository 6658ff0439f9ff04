package io.vigie.query.listevents;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vigie.query.platform.Wire;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event as the API shows it.
 *
 * @param version of the client after it
 * @param type for instance {@code client-registered}
 * @param revision of the payload
 * @param actor who did it
 * @param payload as it was published
 */
record ShownEvent(
        long version,
        String eventId,
        String type,
        int revision,
        Instant time,
        @Nullable String actor,
        @Schema(types = "object") JsonNode payload) {

    static ShownEvent of(EventRow row) {
        return new ShownEvent(
                row.version, row.eventId, row.type, row.revision, row.time, row.actor, Wire.tree(row.payload));
    }
}
