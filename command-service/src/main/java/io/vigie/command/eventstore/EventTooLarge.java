package io.vigie.command.eventstore;

/** An event is larger than the store takes; nothing was written. */
public final class EventTooLarge extends RuntimeException {

    /** The most that payload and metadata of one event may have together, in bytes. */
    public static final int LIMIT = 256 * 1024;

    private static final long serialVersionUID = 1L;

    EventTooLarge(String type, long bytes) {
        super("an event " + type + " would have " + bytes + " bytes, " + LIMIT + " are allowed");
    }
}
