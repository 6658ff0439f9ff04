package io.vigie.query.deadletters;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.query.platform.Unknown;
import io.vigie.query.projection.HeaderText;
import io.vigie.web.Rejected;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.http.HttpStatus;
import org.springframework.kafka.KafkaException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Dead letters")
class DecideDeadLetter {

    private final DeadLetterCards letters;
    private final Outbox outbox;

    DecideDeadLetter(DeadLetterCards letters, Outbox outbox) {
        this.letters = letters;
        this.outbox = outbox;
    }

    @PostMapping("/api/dead-letters/{deadLetterId}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Lets the consumer try again; if it fails again there will be another dead letter")
    Decision retry(@PathVariable String deadLetterId) {
        return decide(deadLetterId, "retry");
    }

    @PostMapping("/api/dead-letters/{deadLetterId}/evict")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Counts the record as done without any effect, so that later ones of its client can be handled")
    Decision evict(@PathVariable String deadLetterId) {
        return decide(deadLetterId, "evict");
    }

    private Decision decide(String deadLetterId, String action) {
        DeadLetterCard letter =
                letters.findById(ReadDeadLetters.id(deadLetterId)).orElseThrow(Unknown::deadLetter);
        var headers = HeaderText.read(letter.recordHeaders);
        headers.remove(Headers.DEAD_LETTER_ID);
        headers.remove(Headers.RETRY_CONSUMER);
        headers.remove(Headers.RETRY_ACTION);
        Outbox.add(headers, Headers.DEAD_LETTER_ID, Long.toString(letter.deadLetterId));
        Outbox.add(headers, Headers.RETRY_CONSUMER, letter.consumer);
        Outbox.add(headers, Headers.RETRY_ACTION, action);
        // Without a key it would go anywhere, and the order of two decisions would be lost.
        Integer partition = letter.recordKey == null ? 0 : null;
        try {
            outbox.send(List.of(new ProducerRecord<>(
                    Topics.RETRIES.name(), partition, letter.recordKey, letter.recordValue, headers)));
        } catch (KafkaException unavailable) {
            throw Rejected.notReady("not-ready", "Not ready", "Kafka doesn't answer right now.", Duration.ofSeconds(5));
        }
        return new Decision(letter.deadLetterId, action);
    }
}
