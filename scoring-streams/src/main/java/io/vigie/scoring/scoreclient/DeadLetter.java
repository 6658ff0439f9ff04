package io.vigie.scoring.scoreclient;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.contracts.Headers;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** A record that scoring gave up, with its original key, value and headers. */
final class DeadLetter {

    /** Name of this consumer on dead letters and retries. */
    static final String CONSUMER = "scoring";

    private DeadLetter() {}

    static Record<byte[], byte[]> of(Incoming record, String reason, Instant now) {
        RecordHeaders headers = new RecordHeaders();
        for (Header header : record.headers()) {
            if (!header.key().startsWith("vigie_dead-letter-") && !header.key().startsWith("vigie_retry-")) {
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
