package io.vigie.query.livestream;

import io.vigie.query.livestream.Outbox.Message;

/** Writes events down, each under an id that is higher than all before. Not for several threads at once. */
final class EventText {

    static final String HELLO = "hello";

    private Position told = new Position("", 0, 0);

    /** Goes on from there. */
    void from(Position position) {
        told = position;
    }

    boolean isIn(String epoch) {
        return told.epoch().equals(epoch);
    }

    /** Adds an event, with which the subscriber has everything up to {@code at}. */
    void append(Message message, Position at, StringBuilder text) {
        if (message.event() == null) {
            text.append(":\n\n");
            return;
        }
        if (at.change() > told.change()) {
            from(at);
        }
        if (message.event().equals(HELLO)) {
            text.append("retry: 1000\n");
        }
        text.append("event: ").append(message.event()).append('\n');
        text.append("id: ").append(told.text()).append('\n');
        text.append("data: ").append(message.json()).append("\n\n");
        told = told.next();
    }
}
