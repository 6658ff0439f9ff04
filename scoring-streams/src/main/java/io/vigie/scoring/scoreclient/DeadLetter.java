package io.vigie.scoring.scoreclient;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.contracts.Headers;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** A record that scoring gave up, with its original key, value and headers. */
final class DeadLetter {

    /** Name of this consumer on dead letters and retries. */
    static final String CONSUMER = "scoring";

    private static final Set<String> OURS = Set.of(
            Headers.DEAD_LETTER_CONSUMER,
            Headers.DEAD_LETTER_REASON,
            Headers.DEAD_LETTER_ORIGIN,
            Headers.DEAD_LETTER_TIME,
            Headers.RETRY_CONSUMER,
            Headers.RETRY_ACTION);

    private DeadLetter() {}

    static Record<byte[], byte[]> of(Incoming record, String reason, Instant now) {
        RecordHeaders headers = new RecordHeaders();
        for (Header header : record.headers()) {
            // The id of the letter that was retried stays: it tells this letter from that one.
            if (!OURS.contains(header.key())) {
                headers.add(header);
            }
        }
        headers.add(Headers.DEAD_LETTER_CONSUMER, CONSUMER.getBytes(UTF_8));
        headers.add(Headers.DEAD_LETTER_REASON, reason.getBytes(UTF_8));
        headers.add(Headers.DEAD_LETTER_ORIGIN, record.origin().getBytes(UTF_8));
        headers.add(Headers.DEAD_LETTER_TIME, now.toString().getBytes(UTF_8));
        return new Record<>(record.key(), record.value(), now.toEpochMilli(), headers);
    }
}
