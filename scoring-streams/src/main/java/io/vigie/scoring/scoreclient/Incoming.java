package io.vigie.scoring.scoreclient;

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

    /** On the retry topic: it is to be counted as done without being handled. */
    boolean isEviction() {
        return "evict".equals(header(io.vigie.contracts.Headers.RETRY_ACTION));
    }

    /** On the retry topic: it is to be handled after all. */
    boolean isRetry() {
        return "retry".equals(header(io.vigie.contracts.Headers.RETRY_ACTION));
    }

    @Nullable
    String header(String name) {
        return header(headers, name);
    }

    static @Nullable String header(org.apache.kafka.common.header.Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
