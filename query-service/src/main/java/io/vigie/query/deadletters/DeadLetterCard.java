package io.vigie.query.deadletters;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code dead_letter_card}. */
@Entity
@Immutable
@Table(name = "dead_letter_card")
@SuppressWarnings("NullAway.Init")
class DeadLetterCard {

    @Id
    long deadLetterId;

    String consumer;
    String origin;
    long retryOf;
    String reason;
    Instant time;
    byte @Nullable [] recordKey;
    byte @Nullable [] recordValue;
    String recordHeaders;
    String state;

    @Nullable
    Instant decidedAt;
}
