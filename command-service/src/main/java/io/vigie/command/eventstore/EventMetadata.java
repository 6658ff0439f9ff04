package io.vigie.command.eventstore;

/** Keys of the metadata that every event carries; the values are text. Set on the command, copied to its events. */
public final class EventMetadata {

    /** Who did it; {@code local} when nobody said. */
    public static final String ACTOR = "actor";

    /** {@code user}, {@code integration}, {@code automation} or {@code system}; {@code user} when nobody said. */
    public static final String ACTOR_KIND = "actorKind";

    /** Ties together everything that one request set off; the command's own id when nobody said. */
    public static final String CORRELATION_ID = "correlationId";

    /** What directly caused the event; the command's own id when nobody said. */
    public static final String CAUSATION_ID = "causationId";

    private EventMetadata() {}
}
