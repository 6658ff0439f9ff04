package io.vigie.command.eventstore;

/** Wants to know that this instance committed events. Called on the committing thread: must not block nor throw. */
public interface AppendedEventsListener {

    /** A transaction that appended events was committed. */
    void eventsAppended();
}
