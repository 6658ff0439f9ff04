package io.vigie.query.deadletters;

import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.query.projection.Letter;
import io.vigie.query.projection.Letters;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
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
            outbox.send(letters.stream().map(letter -> addressed(letter, false)).toList());
        } catch (KafkaException failure) {
            if (!isTooLarge(failure)) {
                throw failure;
            }
            // With our headers a record may be larger than the broker takes, although the original wasn't.
            outbox.send(letters.stream().map(letter -> addressed(letter, true)).toList());
        }
    }

    /** However many times it was wrapped on its way here. */
    private static boolean isTooLarge(@Nullable Throwable failure) {
        return failure != null && (failure instanceof RecordTooLargeException || isTooLarge(failure.getCause()));
    }

    private static byte @Nullable [] cut(byte @Nullable [] whole) {
        return whole == null || whole.length <= LARGE ? whole : Arrays.copyOf(whole, LARGE);
    }

    private ProducerRecord<byte[], byte[]> addressed(Letter letter, boolean cut) {
        byte[] key = letter.arrival().kafkaRecord().key();
        byte[] value = letter.arrival().value();
        RecordHeaders headers = originals(letter, cut ? LARGE : Integer.MAX_VALUE);
        Outbox.add(headers, Headers.DEAD_LETTER_CONSUMER, "query");
        Outbox.add(headers, Headers.DEAD_LETTER_REASON, letter.reason());
        Outbox.add(headers, Headers.DEAD_LETTER_ORIGIN, letter.arrival().origin());
        Outbox.add(headers, Headers.DEAD_LETTER_TIME, clock.instant().toString());
        if (cut && value != null && value.length > LARGE) {
            Outbox.add(headers, Headers.DEAD_LETTER_CUT_FROM, Integer.toString(value.length));
        }
        return new ProducerRecord<>(
                Topics.DEAD_LETTERS.name(), null, cut ? cut(key) : key, cut ? cut(value) : value, headers);
    }

    /** The headers that it came with, as many of them as fit. */
    private static RecordHeaders originals(Letter letter, int most) {
        RecordHeaders headers = new RecordHeaders();
        long bytes = 0;
        for (Header header : letter.arrival().kafkaRecord().headers()) {
            byte[] value = header.value();
            bytes += header.key().length() + (value == null ? 0 : value.length);
            if (!OURS.contains(header.key()) && bytes <= most) {
                headers.add(header);
            }
        }
        return headers;
    }
}
