package io.vigie.query.livestream;

import io.vigie.query.changes.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What has changed of one topic and is still to be looked up and told. All of it under the lock of the hub. */
final class Lane {

    private static final long NOTHING = Long.MAX_VALUE;

    /** Things of which one who comes back is told one by one. */
    private static final int MOST_MISSED = 500;

    /** Who came back is told a few at a time, so that the others needn't wait for long. */
    private static final int CATCHING_UP_AT_ONCE = 10;

    private final LiveTopic topic;
    private final Condition work;
    private final Set<Subscriber> subscribers = new LinkedHashSet<>();

    /** Changes with the number of the first that said the same. */
    private final Map<Change, Long> pending = new LinkedHashMap<>();

    private final List<Work> catchingUp = new ArrayList<>();
    private List<Work> taken = List.of();

    Lane(LiveTopic topic, ReentrantLock lock) {
        this.topic = topic;
        this.work = lock.newCondition();
    }

    /**
     * To be told.
     *
     * @param changes each once
     * @param since number of the first
     */
    record Work(List<Subscriber> subscribers, List<Change> changes, long since) {}

    LiveTopic topic() {
        return topic;
    }

    void add(Change change, long number) {
        if (!subscribers.isEmpty() && topic.kinds().contains(change.kind())) {
            pending.putIfAbsent(told(change), number);
            work.signal();
        }
    }

    /** What changes many times is looked up once. */
    private Change told(Change change) {
        return topic.isOfEvents() ? change : change.byAnyEvents();
    }

    void join(Subscriber subscriber) {
        subscribers.add(subscriber);
    }

    /** Has missed these, of any topic; the first of them has that number. False when they are too many to be told. */
    boolean catchUp(Subscriber subscriber, List<Change> missed, long since) {
        Set<Change> own = new LinkedHashSet<>();
        missed.stream()
                .filter(change -> topic.kinds().contains(change.kind()))
                .forEach(change -> own.add(told(change)));
        if (own.size() > MOST_MISSED && !topic.isToldAsOne()) {
            return false;
        }
        if (!own.isEmpty()) {
            catchingUp.add(new Work(List.of(subscriber), List.copyOf(own), since));
            work.signal();
        }
        return true;
    }

    void leave(Subscriber subscriber) {
        subscribers.remove(subscriber);
        catchingUp.removeIf(one -> one.subscribers().contains(subscriber));
        if (subscribers.isEmpty()) {
            pending.clear();
        }
    }

    /** Nothing of before counts any more. */
    void clear() {
        pending.clear();
        catchingUp.clear();
    }

    /** Waits for work; what is taken counts as not done until {@link #done}. */
    List<Work> take() throws InterruptedException {
        while (pending.isEmpty() && catchingUp.isEmpty()) {
            work.await();
        }
        List<Work> all = new ArrayList<>();
        if (!pending.isEmpty()) {
            long since = pending.values().iterator().next();
            all.add(new Work(List.copyOf(subscribers), List.copyOf(pending.keySet()), since));
            pending.clear();
        }
        List<Work> some = catchingUp.subList(0, Math.min(catchingUp.size(), CATCHING_UP_AT_ONCE));
        all.addAll(some);
        some.clear();
        taken = List.copyOf(all);
        return taken;
    }

    void done() {
        taken = List.of();
    }

    /** Number of the first change that the subscriber was not told of by this lane. */
    long since(Subscriber subscriber) {
        long since = pending.isEmpty() ? NOTHING : pending.values().iterator().next();
        for (Work one : taken) {
            since = Math.min(since, one.since());
        }
        for (Work one : catchingUp) {
            if (one.subscribers().contains(subscriber)) {
                since = Math.min(since, one.since());
            }
        }
        return since;
    }
}
