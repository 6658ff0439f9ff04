package io.vigie.query.listevents;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code client_event}. */
@Entity
@Immutable
@Table(name = "client_event")
@IdClass(EventRow.Key.class)
@SuppressWarnings("NullAway.Init")
class EventRow {

    @Id
    String clientId;

    @Id
    long version;

    String eventId;
    String type;
    int revision;
    Instant time;

    @Nullable
    String actor;

    String payload;
    boolean handled;

    record Key(String clientId, long version) implements Serializable {}
}
