package io.vigie.command.relay;

/** Kafka will never take this event's record as it is. */
final class RefusedRecord extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient StoredEvent event;

    RefusedRecord(StoredEvent event, Throwable cause) {
        super(cause.getClass().getSimpleName(), cause);
        this.event = event;
    }

    StoredEvent event() {
        return event;
    }

    String reason() {
        return "Kafka refused the record for good: " + getMessage();
    }
}
