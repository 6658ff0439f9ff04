package io.vigie.query.livestream;

import io.vigie.query.livestream.Outbox.Message;

/** Writes events down, under ids of which each is higher than all before. Not for several threads at once. */
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
            appendWithoutId(message, text);
            return;
        }
        if (at.change() > told.change()) {
            from(at);
        }
        append(message, "id: " + told.text() + '\n', text);
        told = told.next();
    }

    /** Adds an event to a subscriber that lacks something: where it comes back from stays where it had everything. */
    void appendWithoutId(Message message, StringBuilder text) {
        append(message, "", text);
    }

    private static void append(Message message, String id, StringBuilder text) {
        if (message.event() == null) {
            text.append(":\n\n");
            return;
        }
        if (message.event().equals(HELLO)) {
            text.append("retry: 1000\n");
        }
        text.append("event: ").append(message.event()).append('\n');
        text.append(id);
        text.append("data: ").append(message.json()).append("\n\n");
    }
}
