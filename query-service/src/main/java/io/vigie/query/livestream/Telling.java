package io.vigie.query.livestream;

import io.vigie.query.changes.Change;
import io.vigie.query.livestream.Lane.Work;
import io.vigie.query.livestream.Outbox.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks up what changed of one topic and tells everybody who watches it; one thread for each topic, so that a slow question
 * about one holds up no other. A look that took long is followed by a longer pause: what changes meanwhile is told at once. So
 * what is looked up by its id has at most half of the time, and sums over many clients, which take the longer the more there
 * are, a sixth.
 */
final class Telling implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

    /** Changes at once of which nobody is told one by one: reading again costs everybody less. */
    private static final int BULK = 2_000;

    private static final long BULK_PAUSE_MILLIS = 1_000;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final int REST_AFTER_SUMS = 5;
    private static final int REST = 1;

    /** The pause is doubled each time: something like four seconds in all. */
    private static final int TRIES = 4;

    private static final long RETRY_MILLIS = 250;

    private final Hub hub;
    private final Lane lane;
    private final LiveTopic topic;
    private final Whose whose;
    private final JsonMapper json;

    Telling(Hub hub, Lane lane, Whose whose, JsonMapper json) {
        this.hub = hub;
        this.lane = lane;
        this.topic = lane.topic();
        this.whose = whose;
        this.json = json;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(round(hub.take(lane)));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** For how many milliseconds there is to be a pause. */
    private long round(List<Work> all) throws InterruptedException {
        long begin = System.nanoTime();
        boolean bulk = false;
        try {
            for (Work work : all) {
                // What couldn't be looked up for one in all that time needs no such time for the next.
                bulk |= tell(work, bulk ? 1 : TRIES);
            }
        } finally {
            hub.done(lane);
        }
        all.stream().flatMap(work -> work.subscribers().stream()).distinct().forEach(Subscriber::send);
        return bulk ? BULK_PAUSE_MILLIS : pause(topic, System.nanoTime() - begin);
    }

    /** In milliseconds. */
    static long pause(LiveTopic topic, long tookNanos) {
        int rest = topic.isToldAsOne() ? REST_AFTER_SUMS : REST;
        return Math.min(LONGEST_PAUSE_MILLIS, Math.max(topic.pause().toMillis(), rest * tookNanos / 1_000_000));
    }

    /** True when it was too much to be told, or couldn't be looked up for some time: then everybody reads again. */
    private boolean tell(Work work, int tries) throws InterruptedException {
        if (work.changes().size() <= BULK || topic.isToldAsOne()) {
            for (int failures = 0; failures < tries; failures++) {
                if (isLookedUp(work)) {
                    return false;
                }
                Thread.sleep(RETRY_MILLIS << failures);
            }
        }
        work.subscribers().forEach(Subscriber::reset);
        return true;
    }

    /** Whatever goes wrong, this thread goes on: there is no other for the topic. */
    private boolean isLookedUp(Work work) {
        try {
            look(work);
            return true;
        } catch (Throwable failure) {
            LOG.warn(
                    "What changed of {} can't be looked up: {}",
                    topic.name(),
                    failure.getClass().getSimpleName());
            return false;
        }
    }

    private void look(Work work) {
        Map<Audience, List<Subscriber>> audiences = new LinkedHashMap<>();
        for (Subscriber subscriber : work.subscribers()) {
            Audience audience = Objects.requireNonNull(subscriber.topics().get(topic.name()));
            audiences.computeIfAbsent(audience, key -> new ArrayList<>()).add(subscriber);
        }
        Map<String, String> managers = new HashMap<>();
        if (audiences.keySet().stream()
                .anyMatch(audience -> audience.portfolio().choose(() -> false, own -> true))) {
            managers.putAll(whose.managers(work.changes()));
        }
        audiences.forEach((audience, subscribers) -> {
            List<Change> changes =
                    audience.portfolio().choose(work::changes, own -> Whose.concerning(own, work.changes(), managers));
            if (!changes.isEmpty()) {
                tell(audience, changes, subscribers, work.since());
            }
        });
    }

    private void tell(Audience audience, List<Change> changes, List<Subscriber> subscribers, long since) {
        for (Patch patch : audience.portfolio().takenAlong(() -> topic.patches(audience, changes))) {
            Message message = new Message(topic.name(), json.writeValueAsString(patch.body()), since);
            String key = topic.name() + " " + patch.key();
            subscribers.forEach(subscriber -> subscriber.put(key, message));
        }
    }
}
