package io.vigie.query.deadletters;

import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.query.projection.Letter;
import io.vigie.query.projection.Letters;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
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

    private final Outbox outbox;
    private final Clock clock;

    DeadLetterPost(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void post(List<Letter> letters) {
        outbox.send(letters.stream().map(this::addressed).toList());
    }

    private ProducerRecord<byte[], byte[]> addressed(Letter letter) {
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
        return new ProducerRecord<>(
                Topics.DEAD_LETTERS.name(),
                null,
                letter.arrival().kafkaRecord().key(),
                letter.arrival().value(),
                headers);
    }
}
