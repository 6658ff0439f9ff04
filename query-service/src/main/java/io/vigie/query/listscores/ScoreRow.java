package io.vigie.query.listscores;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code client_score}. */
@Entity
@Immutable
@Table(name = "client_score")
@IdClass(ScoreRow.Key.class)
@SuppressWarnings("NullAway.Init")
class ScoreRow {

    @Id
    String clientId;

    @Id
    long scoreSequence;

    String scoreId;
    long clientVersion;

    @Nullable
    String eventId;

    String outcome;
    String trigger;

    @Nullable
    Double probability;

    @Nullable
    Double baseValue;

    @Nullable
    String band;

    String reasons;

    @Nullable
    Double other;

    String features;
    String outOfRange;

    @Nullable
    String problem;

    String modelName;
    int modelVersion;
    String modelSha256;
    String engine;
    Instant scoredAt;

    @Nullable
    Integer sourcePartition;

    @Nullable
    Long sourceOffset;

    boolean handled;

    record Key(String clientId, long scoreSequence) implements Serializable {}
}
