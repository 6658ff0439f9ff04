package io.vigie.scoring.platform;

import io.vigie.scoring.models.ModelFeed;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The life of the topology in this process: waits for the topics and a model, runs, replaces a thread that died, stops cleanly. What
 * can't go on ends the process, so that whoever started it can start it anew.
 */
final class StreamsRun implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsRun.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration BEFORE_REPLACEMENT = Duration.ofSeconds(1);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(15);

    private final Topology topology;
    private final ModelFeed feed;
    private final Properties properties;
    private final NeededTopics topics;
    private final Admin admin;
    private final Runnable end;

    private volatile @Nullable Thread starter;
    private volatile @Nullable KafkaStreams streams;
    private volatile String waitingFor = "the start";

    /**
     * Nothing runs yet.
     *
     * @param end called when it can't go on; must not wait for {@link #stop()}
     */
    StreamsRun(
            Topology topology, ModelFeed feed, Properties properties, NeededTopics topics, Admin admin, Runnable end) {
        this.topology = topology;
        this.feed = feed;
        this.properties = properties;
        this.topics = topics;
        this.admin = admin;
        this.end = end;
    }

    @Override
    public void start() {
        Thread thread = new Thread(this::run, "scoring-start");
        starter = thread;
        thread.start();
    }

    private void run() {
        try {
            awaitTopics();
            awaitModels();
            KafkaStreams started = new KafkaStreams(topology, properties);
            started.setUncaughtExceptionHandler(StreamsRun::replaced);
            started.setStateListener((now, before) -> changed(now));
            streams = started;
            started.start();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException refusal) {
            LOG.error("{}", refusal.getMessage());
            end.run();
        } catch (RuntimeException fault) {
            LOG.error("Scoring can't start: {}", fault.getMessage(), fault);
            end.run();
        }
    }

    private void awaitTopics() throws InterruptedException {
        while (true) {
            try {
                List<String> missing = topics.missing(admin);
                if (missing.isEmpty()) {
                    return;
                }
                tell("the topics " + String.join(", ", missing) + ", which the command-service makes");
            } catch (ExecutionException fault) {
                tell("the broker ("
                        + (fault.getCause() == null ? fault : fault.getCause())
                                .getClass()
                                .getSimpleName() + ")");
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private void awaitModels() throws InterruptedException {
        feed.start();
        while (!feed.ready()) {
            tell("a model to score with, which the command-service hands out");
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private void tell(String newReason) {
        if (!newReason.equals(waitingFor)) {
            waitingFor = newReason;
            LOG.info("Scoring waits for {}.", newReason);
        }
    }

    private static StreamThreadExceptionResponse replaced(Throwable fault) {
        LOG.error("A stream thread died and is replaced.", fault);
        try {
            Thread.sleep(BEFORE_REPLACEMENT.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private void changed(State now) {
        LOG.info("Scoring is {}.", now.name().toLowerCase(Locale.ROOT));
        if (now == State.ERROR) {
            end.run();
        }
    }

    @Override
    public void stop() {
        Thread thread = starter;
        starter = null;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(PATIENCE_AT_STOP.toMillis());
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
        KafkaStreams running = streams;
        if (running != null) {
            // Leaving at once spares the next start the wait for this member's session to end.
            running.close(CloseOptions.timeout(PATIENCE_AT_STOP)
                    .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
            streams = null;
        }
        feed.close();
    }

    @Override
    public boolean isRunning() {
        return starter != null;
    }

    /** Whether events are being scored. */
    boolean scores() {
        KafkaStreams running = streams;
        return running != null && running.state() == State.RUNNING;
    }

    /** What is the matter, in words for the health page. */
    String told() {
        KafkaStreams running = streams;
        return running == null ? "waits for " + waitingFor : running.state().name();
    }
}
