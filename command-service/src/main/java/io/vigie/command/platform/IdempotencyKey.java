package io.vigie.command.platform;

import io.vigie.web.Rejected;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The caller's own name for one request, 1 to 255 visible ASCII characters, apart for each principal. */
record IdempotencyKey(String principal, String key) {

    private static final Pattern SHAPE = Pattern.compile("[!-~]{1,255}");

    static @Nullable IdempotencyKey of(String principal, List<String> values) {
        if (values.isEmpty()) {
            return null;
        }
        if (values.size() > 1 || !SHAPE.matcher(values.get(0)).matches()) {
            throw Rejected.malformed(
                    "bad-idempotency-key",
                    "Bad Idempotency-Key",
                    "Idempotency-Key must be sent once, with 1 to 255 visible ASCII characters.");
        }
        return new IdempotencyKey(principal, values.get(0));
    }
}
