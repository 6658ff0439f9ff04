package io.vigie.acceptance.check;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** Whether two pieces of JSON say the same: 1.50 is 1.5, and an instant may have lost what is below a microsecond. */
final class Same {

    private static final Duration KEPT = Duration.ofNanos(1_000);

    private Same() {}

    static boolean json(JsonNode one, JsonNode other) {
        return one.equals(Same::leaves, other);
    }

    private static int leaves(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        boolean same =
                (one.isString() && other.isString()) ? text(one.asString(), other.asString()) : one.equals(other);
        return same ? 0 : 1;
    }

    private static boolean text(String one, String other) {
        return one.equals(other) || (one.contains("T") && other.contains("T") && instants(one, other));
    }

    private static boolean instants(String one, String other) {
        try {
            return Duration.between(Instant.parse(one), Instant.parse(other))
                            .abs()
                            .compareTo(KEPT)
                    <= 0;
        } catch (DateTimeException noInstants) {
            return false;
        }
    }
}
