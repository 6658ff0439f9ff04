package io.vigie.command.relay;

/** This event will never be on Kafka as it is: the broker refuses its record, or it can't become one. */
final class RefusedRecord extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient StoredEvent event;

    private RefusedRecord(StoredEvent event, String reason, Throwable cause) {
        super(reason + ": " + cause.getClass().getSimpleName(), cause);
        this.event = event;
    }

    /** Kafka will never take its record. */
    static RefusedRecord byKafka(StoredEvent event, Throwable cause) {
        return new RefusedRecord(event, "Kafka refused the record for good", cause);
    }

    /** What is stored isn't what a record is made of. */
    static RefusedRecord unreadable(StoredEvent event, Throwable cause) {
        return new RefusedRecord(event, "The stored event can't become a record", cause);
    }

    StoredEvent event() {
        return event;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
