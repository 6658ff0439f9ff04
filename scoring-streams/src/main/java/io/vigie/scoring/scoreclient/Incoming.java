package io.vigie.scoring.scoreclient;

import io.vigie.contracts.Headers;
import io.vigie.contracts.score.SourcePosition;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record as it came, not believed in any way.
 *
 * @param timestamp epoch milliseconds of the record, 0 for none
 * @param partition that it was read from
 * @param source where the event stood on the topic of client events, null when that isn't known
 * @param origin {@code topic/partition/offset} where it stood first
 */
record Incoming(
        byte @Nullable [] key,
        byte @Nullable [] value,
        org.apache.kafka.common.header.Headers headers,
        long timestamp,
        int partition,
        @Nullable SourcePosition source,
        String origin) {

    @Nullable
    String header(String name) {
        return header(headers, name);
    }

    static @Nullable String header(org.apache.kafka.common.header.Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The version that the record claims to be of, 0 when it claims none. */
    long claimedVersion() {
        return number(header(Headers.VERSION));
    }

    /** Digits only, 1 to 2^63−1; everything else is 0. */
    static long number(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > 19) {
            return 0;
        }
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) < '0' || text.charAt(index) > '9') {
                return 0;
            }
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException beyondLong) {
            return 0;
        }
    }
}
