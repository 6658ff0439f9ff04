package io.vigie.query.projection;

import java.util.Map;

/** The header by which a record of the retry topic names the dead letter that was decided on: its offset. */
public final class DeadLetterId {

    /** Decimal. */
    public static final String HEADER = "vigie_dead-letter-id";

    private DeadLetterId() {}

    /** The id, {@link Arrival#NONE} where there is none. */
    public static long read(Map<String, String> headers) {
        String id = headers.getOrDefault(HEADER, "");
        return id.matches("\\d{1,18}") ? Long.parseLong(id) : Arrival.NONE;
    }
}
