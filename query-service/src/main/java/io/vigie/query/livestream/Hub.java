package io.vigie.query.livestream;

import io.vigie.query.changes.Change;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where changes come in, get their numbers and are shared out to those who watch. */
@Component
final class Hub {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int EPOCH_BYTES = 6;

    /** Changes that somebody may have missed and still be told of: beyond, reading again costs everybody less. */
    static final int MOST_MISSED = 2_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final Set<Subscriber> subscribers = new LinkedHashSet<>();
    private final Recent recent;
    private String epoch = newEpoch();
    private boolean closed;

    Hub(List<LiveTopic> topics, LiveStreamSettings settings) {
        this.recent = new Recent(settings.recent());
        topics.forEach(topic -> lanes.put(topic.name(), new Lane(topic, lock)));
    }

    private static String newEpoch() {
        byte[] random = new byte[EPOCH_BYTES];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    Collection<Lane> lanes() {
        return lanes.values();
    }

    private Lane lane(String topic) {
        return Objects.requireNonNull(lanes.get(topic), topic);
    }

    /** Changes that were committed. */
    void add(List<Change> changes) {
        lock.lock();
        try {
            for (Change change : changes) {
                long number = recent.add(change);
                lanes.values().forEach(lane -> lane.add(change, number));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Nobody knows what changed until now: from now on all is known again, and everybody is told to read everything. */
    void beginEpoch() {
        lock.lock();
        try {
            epoch = newEpoch();
            recent.clear();
            lanes.values().forEach(Lane::clear);
        } finally {
            lock.unlock();
        }
        subscribers().forEach(Subscriber::send);
    }

    /** Lets somebody watch from where it was; false when that isn't known, or too long ago, and everything is to be read. */
    boolean join(Subscriber subscriber, @Nullable String lastEventId) {
        lock.lock();
        try {
            Optional<Position> known = Position.of(lastEventId)
                    .filter(last -> last.epoch().equals(epoch) && recent.reachesTo(last.change()))
                    .filter(last -> recent.head() - last.change() <= MOST_MISSED);
            Position from = known.map(Position::next).orElseGet(() -> new Position(epoch, recent.head(), 0));
            subscriber.join(this::position, this::leave, from);
            subscribers.add(subscriber);
            List<Change> missed = recent.after(from.change());
            boolean everything = known.isPresent();
            for (String topic : subscriber.topics().keySet()) {
                Lane lane = lane(topic);
                lane.join(subscriber);
                everything &= lane.catchUp(subscriber, missed, from.change() + 1);
            }
            return everything;
        } finally {
            lock.unlock();
        }
    }

    private void leave(Subscriber subscriber) {
        lock.lock();
        try {
            subscribers.remove(subscriber);
            subscriber.topics().keySet().forEach(topic -> lane(topic).leave(subscriber));
        } finally {
            lock.unlock();
        }
    }

    /** Up to which change everything is with the subscriber, sent or waiting. */
    private Position position(Subscriber subscriber) {
        lock.lock();
        try {
            long told = recent.head();
            for (String topic : subscriber.topics().keySet()) {
                told = Math.min(told, lane(topic).since(subscriber) - 1);
            }
            return new Position(epoch, told, 0);
        } finally {
            lock.unlock();
        }
    }

    List<Subscriber> subscribers() {
        lock.lock();
        try {
            return new ArrayList<>(subscribers);
        } finally {
            lock.unlock();
        }
    }

    /** Lets those who join stay, also after a {@link #close}. */
    void open() {
        lock.lock();
        try {
            closed = false;
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Those of an account. */
    List<Subscriber> of(String account) {
        return subscribers().stream()
                .filter(subscriber -> subscriber.account().equals(account))
                .toList();
    }

    /** Ends all streams; who joins from now on has to end by itself. */
    void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
        subscribers().forEach(Subscriber::end);
    }

    /** Waits until there is something to tell in the lane. */
    List<Lane.Work> take(Lane lane) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            return lane.take();
        } finally {
            lock.unlock();
        }
    }

    /** What was taken is with the subscribers. */
    void done(Lane lane) {
        lock.lock();
        try {
            lane.done();
        } finally {
            lock.unlock();
        }
    }
}
