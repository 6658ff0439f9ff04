package io.vigie.query.livestream;

import io.vigie.query.livestream.Outbox.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What runs while there are streams: those who tell, the one who listens, a clock, and one who looks who may stay. */
@Component
final class Broadcasting implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Broadcasting.class);
    private static final long TICK_NANOS = 25_000_000;
    private static final long IDLE_NANOS = 250_000_000;
    private static final long LOOK_NANOS = 500_000_000;
    private static final long STANDING_NANOS = 5_000_000_000L;
    private static final long HEARTBEAT_NANOS = 15_000_000_000L;
    private static final long END_NANOS = 2_000_000_000L;
    private static final String HEARTBEAT = "heartbeat";
    private static final String STANDING = "standing";

    private final Hub hub;
    private final Whose whose;
    private final JsonMapper json;
    private final Listening listening;
    private final Standing standing;
    private final LiveStreamSettings settings;
    private final StreamMeters meters;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    /** Each of one thread alone. */
    private long beaten = System.nanoTime();

    private long stood = System.nanoTime() - STANDING_NANOS;

    Broadcasting(
            Hub hub,
            Whose whose,
            JsonMapper json,
            Listening listening,
            Standing standing,
            LiveStreamSettings settings,
            StreamMeters meters) {
        this.hub = hub;
        this.whose = whose;
        this.json = json;
        this.listening = listening;
        this.standing = standing;
        this.settings = settings;
        this.meters = meters;
    }

    @Override
    public void start() {
        running = true;
        hub.open();
        listening.start();
        run("stream-listening", listening);
        run("stream-clock", rounds(this::tick));
        run("stream-standing", rounds(this::tellStanding));
        run("stream-doorkeeper", rounds(this::check));
        hub.lanes().forEach(lane -> run("stream-" + lane.topic().name(), new Telling(hub, lane, whose, json)));
    }

    private void run(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    /** One after the other; what goes wrong in one isn't the end. */
    private Runnable rounds(Runnable round) {
        return () -> {
            while (running && !Thread.currentThread().isInterrupted()) {
                try {
                    round.run();
                } catch (Throwable failure) {
                    // There is no other thread for it.
                    LOG.error("Something of the live stream failed and is tried again", failure);
                    LockSupport.parkNanos(IDLE_NANOS);
                }
            }
        };
    }

    /** What had to wait for its time, or for a subscriber. */
    private void tick() {
        LockSupport.parkNanos(hub.subscribers().isEmpty() ? IDLE_NANOS : TICK_NANOS);
        List<Subscriber> subscribers = hub.subscribers();
        long now = System.nanoTime();
        if (now - beaten >= HEARTBEAT_NANOS) {
            beaten = now;
            subscribers.forEach(subscriber -> subscriber.put(HEARTBEAT, Message.COMMENT));
        }
        for (Subscriber subscriber : subscribers) {
            subscriber.send();
            if (subscriber.isStuck(now, settings.patience().toNanos())) {
                LOG.info("A subscriber that reads nothing is disconnected");
                meters.disconnected();
                subscriber.end();
            }
        }
    }

    private void tellStanding() {
        LockSupport.parkNanos(LOOK_NANOS);
        List<Subscriber> subscribers = hub.subscribers();
        if (subscribers.isEmpty()) {
            return;
        }
        Standing.Told look = standing.look();
        if (standing.turns(look) || System.nanoTime() - stood >= STANDING_NANOS) {
            stood = System.nanoTime();
            Message message = new Message(STANDING, json.writeValueAsString(look), Outbox.NO_CHANGE);
            subscribers.forEach(subscriber -> {
                subscriber.put(STANDING, message);
                subscriber.send();
            });
        }
    }

    private void check() {
        try {
            Thread.sleep(settings.check().toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return;
        }
        for (Subscriber subscriber : hub.subscribers()) {
            if (!subscriber.isLetIn()) {
                subscriber.end();
            }
        }
    }

    /** Before the server stops, which waits for all that is still being answered. */
    @Override
    public void stop() {
        running = false;
        hub.close();
        listening.stop();
        threads.forEach(Thread::interrupt);
        long deadline = System.nanoTime() + END_NANOS;
        threads.forEach(thread -> awaitEnd(thread, deadline));
        threads.clear();
    }

    /** Whoever starts again shouldn't be told by one of before that nobody listens; one that waits for the database may. */
    private static void awaitEnd(Thread thread, long deadline) {
        try {
            thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
