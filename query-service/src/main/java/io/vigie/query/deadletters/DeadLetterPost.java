package io.vigie.query.deadletters;

import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.query.projection.Letter;
import io.vigie.query.projection.Letters;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.KafkaException;
import org.springframework.stereotype.Component;

/** Posts records that the projections give up, and waits until the broker has them. */
@Component
final class DeadLetterPost implements Letters {

    private static final Set<String> OURS = Set.of(
            Headers.DEAD_LETTER_CONSUMER,
            Headers.DEAD_LETTER_REASON,
            Headers.DEAD_LETTER_ORIGIN,
            Headers.DEAD_LETTER_TIME,
            Headers.RETRY_CONSUMER,
            Headers.RETRY_ACTION);

    private static final int LARGE = 900_000;

    private final Outbox outbox;
    private final Clock clock;

    DeadLetterPost(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void post(List<Letter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        try {
            outbox.send(letters.stream()
                    .map(letter -> addressed(letter, letter.arrival().value()))
                    .toList());
        } catch (KafkaException failure) {
            if (!(failure.getCause() instanceof ExecutionException refused)
                    || !(refused.getCause() instanceof RecordTooLargeException)) {
                throw failure;
            }
            // With our headers a record may be larger than the broker takes, although the original wasn't.
            outbox.send(letters.stream()
                    .map(letter -> addressed(letter, cut(letter.arrival().value())))
                    .toList());
        }
    }

    private static byte @Nullable [] cut(byte @Nullable [] value) {
        return value == null || value.length <= LARGE ? value : Arrays.copyOf(value, LARGE);
    }

    private ProducerRecord<byte[], byte[]> addressed(Letter letter, byte @Nullable [] value) {
        RecordHeaders headers = new RecordHeaders();
        for (Header header : letter.arrival().kafkaRecord().headers()) {
            if (!OURS.contains(header.key())) {
                headers.add(header);
            }
        }
        Outbox.add(headers, Headers.DEAD_LETTER_CONSUMER, "query");
        Outbox.add(headers, Headers.DEAD_LETTER_REASON, letter.reason());
        Outbox.add(headers, Headers.DEAD_LETTER_ORIGIN, letter.arrival().origin());
        Outbox.add(headers, Headers.DEAD_LETTER_TIME, clock.instant().toString());
        byte[] whole = letter.arrival().value();
        if (whole != null && value != null && value.length < whole.length) {
            Outbox.add(headers, "vigie_dead-letter-cut-from", Integer.toString(whole.length));
        }
        return new ProducerRecord<>(
                Topics.DEAD_LETTERS.name(), null, letter.arrival().kafkaRecord().key(), value, headers);
    }
}
