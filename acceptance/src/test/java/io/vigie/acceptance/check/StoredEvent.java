package io.vigie.acceptance.check;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** One row of the event store, or one record of an event topic. */
record StoredEvent(
        String id,
        String aggregate,
        long version,
        String type,
        int revision,
        Instant time,
        String actor,
        JsonNode payload) {

    /** Of a model, not of a client or an account manager. */
    boolean isOfModel() {
        return payload.has("modelName");
    }
}
