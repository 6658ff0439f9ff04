package io.vigie.standalone.demo;

import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The latest consistency token that was seen: reads that carry it cover all commands of the demo. */
final class Latest {

    private final AtomicReference<@Nullable BigInteger> token = new AtomicReference<>();

    void see(JsonNode answer) {
        String seen = answer.path("consistencyToken").asString("");
        if (seen.matches("\\d{1,20}")) {
            BigInteger number = new BigInteger(seen);
            token.accumulateAndGet(
                    number, (known, now) -> known == null || now == null || now.compareTo(known) > 0 ? now : known);
        }
    }

    @Nullable
    String token() {
        BigInteger known = token.get();
        return known == null ? null : known.toString();
    }
}
