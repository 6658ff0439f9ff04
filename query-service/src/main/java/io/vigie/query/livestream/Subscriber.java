package io.vigie.query.livestream;

import io.vigie.query.livestream.Outbox.Message;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One who watches. Whatever thread has something to send writes it, as much as the connection takes, and never waits for it;
 * what doesn't fit goes on when the server says that there is room again.
 */
final class Subscriber implements WriteListener {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);

    /** Events that are written at once. */
    private static final int CHUNK = 64;

    /** That may be sent within the pace of one. */
    private static final int PROBES = 4;

    private static final long LATELY_NANOS = 60_000_000_000L;

    private final AsyncContext request;
    private final ServletOutputStream out;
    private final String account;
    private final Map<String, Audience> topics;
    private final BooleanSupplier letIn;
    private final Outbox outbox;
    private final StreamMeters meters;
    private final ReentrantLock lock = new ReentrantLock();

    private final Runnable over;

    /** How far the hub is with this one. */
    private Function<Subscriber, Position> hub = subscriber -> new Position("", 0, 0);

    private Consumer<Subscriber> gone = subscriber -> {};
    private final EventText text = new EventText();
    private long checked = System.nanoTime();
    private boolean writable;
    private boolean unflushed;
    private volatile int probes;
    private volatile boolean ended;
    private volatile long blockedSince;

    /**
     * Sends to {@code request}.
     *
     * @param account whose stream it is
     * @param topics by name, with who the subscriber is to each
     * @param letIn asks whether the subscriber would still be let in
     * @param over done once, when it has ended
     */
    Subscriber(
            AsyncContext request,
            String account,
            Map<String, Audience> topics,
            BooleanSupplier letIn,
            Runnable over,
            LiveStreamSettings settings,
            StreamMeters meters)
            throws IOException {
        this.request = request;
        this.out = request.getResponse().getOutputStream();
        this.account = account;
        this.topics = Map.copyOf(topics);
        this.letIn = letIn;
        this.over = over;
        this.outbox = new Outbox(settings.pending());
        this.meters = meters;
    }

    String account() {
        return account;
    }

    Map<String, Audience> topics() {
        return topics;
    }

    /** Belongs to a hub from now on, where it is that far; before anything is told to it. */
    void join(Function<Subscriber, Position> positions, Consumer<Subscriber> leaving, Position from) {
        hub = positions;
        gone = leaving;
        text.from(from);
    }

    /** What waits under the key is replaced; whoever has too much waiting is told to read everything again. */
    void put(String key, Message message) {
        lock.lock();
        try {
            if (!outbox.put(key, message)) {
                reset();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Sends something that means nothing, now. */
    void probe() {
        probes = (probes + 1) % PROBES;
        put("probe " + probes, Message.COMMENT);
        send();
    }

    /** Tells it to read everything again. */
    void reset() {
        lock.lock();
        try {
            outbox.reset();
            meters.reset();
        } finally {
            lock.unlock();
        }
    }

    /** Whether it would still be let in; where that can't be found out what was known lately counts. Asked by one thread. */
    boolean isLetIn() {
        try {
            boolean still = letIn.getAsBoolean();
            checked = System.nanoTime();
            return still;
        } catch (RuntimeException unknown) {
            LOG.debug("Whether a subscriber is still let in can't be found out", unknown);
            return System.nanoTime() - checked < LATELY_NANOS;
        }
    }

    /** Whether something has waited that long because nothing is read. */
    boolean isStuck(long now, long patienceNanos) {
        long since = blockedSince;
        return since != 0 && now - since > patienceNanos;
    }

    @Override
    public void onWritePossible() {
        lock.lock();
        try {
            writable = true;
        } finally {
            lock.unlock();
        }
        send();
    }

    @Override
    public void onError(Throwable failure) {
        LOG.debug("A subscriber is gone", failure);
        if (blockedSince != 0) {
            meters.disconnected();
        }
        end();
    }

    /** Sends what is due, as far as there is room. */
    void send() {
        boolean broken = false;
        lock.lock();
        try {
            while (!ended && writable && hasRoom()) {
                if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else if (!write()) {
                    break;
                }
            }
        } catch (IOException | RuntimeException failure) {
            // Whatever it is, others go on.
            LOG.debug("A subscriber is gone", failure);
            broken = !ended;
            ended = true;
        } finally {
            lock.unlock();
        }
        if (broken) {
            leave();
        }
    }

    private boolean hasRoom() {
        boolean room = out.isReady();
        if (room) {
            blockedSince = 0;
        } else if (blockedSince == 0) {
            blockedSince = Math.max(1, System.nanoTime());
        }
        return room;
    }

    /** False when nothing is due. */
    private boolean write() throws IOException {
        Position now = hub.apply(this);
        if (!text.isIn(now.epoch())) {
            text.from(now);
            reset();
        }
        if (outbox.isEmpty()) {
            return false;
        }
        Position before = behind(now);
        List<Message> due = outbox.take(System.nanoTime(), CHUNK);
        if (due.isEmpty()) {
            return false;
        }
        StringBuilder events = new StringBuilder();
        boolean lacking = outbox.isResetWaiting() || due.stream().anyMatch(Message::isReset);
        for (int i = 0; i < due.size(); i++) {
            Message message = due.get(i);
            lacking &= !message.isReset();
            if (lacking) {
                text.appendWithoutId(message, events);
            } else {
                text.append(message, i == due.size() - 1 ? behind(now) : before, events);
            }
        }
        out.write(events.toString().getBytes(StandardCharsets.UTF_8));
        unflushed = true;
        meters.sent(due.size());
        return true;
    }

    /** As far as nothing waits any more of what the hub has told it. */
    private Position behind(Position now) {
        return new Position(now.epoch(), Math.min(now.change(), outbox.since() - 1), 0);
    }

    /** Ends the stream, once. */
    void end() {
        lock.lock();
        try {
            if (ended) {
                return;
            }
            ended = true;
        } finally {
            lock.unlock();
        }
        leave();
    }

    /**
     * Not under the lock: the server completes a request under a lock of its own, and with that one tells {@link #end}, which waits
     * for ours, so that it never uses the connection for another request while somebody writes.
     */
    private void leave() {
        gone.accept(this);
        over.run();
        try {
            request.complete();
        } catch (RuntimeException over) {
            // Mostly an IllegalStateException; whatever it is, those who end others go on.
            LOG.debug("A stream was over already", over);
        }
    }
}
