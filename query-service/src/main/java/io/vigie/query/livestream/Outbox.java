package io.vigie.query.livestream;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent to one subscriber: of each thing the latest patch, and of no thing more than four a second, of
 * resets one. Not for several threads at once.
 */
final class Outbox {

    static final String RESET = "reset";

    /** Of what is no patch. */
    static final long NO_CHANGE = Long.MAX_VALUE;

    private static final long PACE_NANOS = 250_000_000;

    /** Of resets: whoever reads everything again needs its time. */
    private static final long RESET_PACE_NANOS = 1_000_000_000;

    private final int most;
    private final Map<String, Message> waiting = new LinkedHashMap<>();

    /** When things were sent within the pace, oldest first. */
    private final Map<String, Long> sent = new LinkedHashMap<>();

    private @Nullable Long resetAt;

    Outbox(int most) {
        this.most = most;
    }

    /**
     * An event to be.
     *
     * @param event its type; null for a comment
     * @param json its data on one line
     * @param since number of the first change that it tells of
     */
    record Message(@Nullable String event, String json, long since) {

        static final Message COMMENT = new Message(null, "", NO_CHANGE);

        boolean isReset() {
            return RESET.equals(event);
        }
    }

    /** Takes the place of what waits under that key; false when too many patches wait. */
    boolean put(String key, Message message) {
        Message before = waiting.get(key);
        if (before == null && message.since() != NO_CHANGE && waiting.size() >= most) {
            return false;
        }
        waiting.put(
                key,
                before == null || before.since() >= message.since()
                        ? message
                        : new Message(message.event(), message.json(), before.since()));
        return true;
    }

    /** All patches that wait are forgotten; the subscriber will read everything again. */
    void reset() {
        waiting.values().removeIf(message -> message.since() != NO_CHANGE);
        waiting.put(RESET, new Message(RESET, "{}", NO_CHANGE));
    }

    /** Whether the subscriber lacks something of which it will only be told by a reset that waits for its time. */
    boolean isResetWaiting() {
        return waiting.containsKey(RESET);
    }

    /** Takes out what may be sent now, at most so many. */
    List<Message> take(long now, int limit) {
        forget(now);
        List<Message> due = new ArrayList<>();
        Iterator<Map.Entry<String, Message>> all = waiting.entrySet().iterator();
        while (all.hasNext() && due.size() < limit) {
            Map.Entry<String, Message> next = all.next();
            if (mayBeSent(next.getKey(), now)) {
                due.add(next.getValue());
                sent.put(next.getKey(), now);
                all.remove();
            }
        }
        return due;
    }

    private boolean mayBeSent(String key, long now) {
        if (!key.equals(RESET)) {
            return !sent.containsKey(key);
        }
        Long last = resetAt;
        if (last != null && now - last < RESET_PACE_NANOS) {
            return false;
        }
        resetAt = now;
        return true;
    }

    private void forget(long now) {
        Iterator<Long> times = sent.values().iterator();
        while (times.hasNext() && now - times.next() >= PACE_NANOS) {
            times.remove();
        }
    }

    /** Number of the first change that something tells of that waits; {@link #NO_CHANGE} for none. */
    long since() {
        long first = NO_CHANGE;
        for (Message message : waiting.values()) {
            first = Math.min(first, message.since());
        }
        return first;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }
}
