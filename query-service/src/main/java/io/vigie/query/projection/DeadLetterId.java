package io.vigie.query.projection;

import io.vigie.contracts.Headers;
import java.util.Map;

/** The dead letter that a record names in its header: its offset. */
public final class DeadLetterId {

    private DeadLetterId() {}

    /** The id, {@link Arrival#NONE} where there is none. */
    public static long read(Map<String, String> headers) {
        String id = headers.getOrDefault(Headers.DEAD_LETTER_ID, "");
        return id.matches("\\d{1,18}") ? Long.parseLong(id) : Arrival.NONE;
    }
}
