package io.vigie.query.deadletters;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter in the list.
 *
 * @param consumer which one gave up: {@code relay}, {@code scoring} or {@code query}
 * @param origin topic/partition/offset of the record
 * @param reason why, in one sentence
 * @param key of the record, null without one
 * @param state {@code open}, {@code retried} or {@code evicted}
 */
record ListedDeadLetter(
        long deadLetterId,
        String consumer,
        String origin,
        String reason,
        Instant time,
        @Nullable String key,
        String state,
        @Nullable Instant decidedAt) {

    static ListedDeadLetter of(DeadLetterCard card) {
        return new ListedDeadLetter(
                card.deadLetterId,
                card.consumer,
                card.origin,
                card.reason,
                card.time,
                card.recordKey == null ? null : new String(card.recordKey, StandardCharsets.UTF_8),
                card.state,
                card.decidedAt);
    }
}
