package io.vigie.training.fit;

import io.vigie.training.Refusal;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.spark.SparkContext;
import org.jspecify.annotations.Nullable;

/**
 * The programs that a cluster's workers run for a training. While there are none, at the beginning or because all are lost,
 * Spark waits without a word and without an end; this tells that it waits, and ends it.
 */
final class Workers implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    /** Those of a free cluster come within moments of each other. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private static final Duration TELL_EVERY = Duration.ofSeconds(10);

    private final SparkContext context;
    private final Master master;
    private final Duration patience;
    private final Consumer<String> told;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "vigie-workers");
        thread.setDaemon(true);
        return thread;
    });

    private long seen = System.nanoTime();
    private long spoken = seen;
    private volatile @Nullable Refusal refusal;

    /**
     * Watches from now on.
     *
     * @param patience for how long there may be none, all of it without a break
     * @param told of each time that there still is none
     */
    Workers(SparkContext context, Master master, Duration patience, Consumer<String> told) {
        this.context = context;
        this.master = master;
        this.patience = patience;
        this.told = told;
        looking.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Waits for the first and for those that come with it, so that work is cut for all of them.
     *
     * @throws Refusal when none comes
     */
    void await() throws InterruptedException {
        while (there() == 0) {
            Refusal why = refusal();
            if (why != null) {
                throw why;
            }
            Thread.sleep(LOOK_EVERY.toMillis());
        }
        int before;
        do {
            before = there();
            Thread.sleep(SETTLED.toMillis());
        } while (there() > before);
    }

    /** Why the work can't go on; null as long as it can. */
    @Nullable
    Refusal refusal() {
        Refusal why = refusal;
        if (why == null && context.isStopped()) {
            why = ended(master);
            refusal = why;
        }
        return why;
    }

    /** That a cluster has taken a training in and then ended it. */
    static Refusal ended(Master master) {
        return new Refusal("The cluster at " + master
                + " has ended the training: somebody did on its page, or its workers can't run Spark (the page leads to"
                + " their stderr).");
    }

    private int there() {
        return context.isStopped() ? 0 : context.getExecutorIds().size();
    }

    private void look() {
        long now = System.nanoTime();
        if (there() > 0) {
            seen = now;
            spoken = now;
        } else if (refusal() == null) {
            if (now - seen > patience.toNanos()) {
                refusal = new Refusal(none());
                context.stop();
            } else if (now - spoken > TELL_EVERY.toNanos()) {
                spoken = now;
                told.accept("No worker of " + master + " has been free for "
                        + TimeUnit.NANOSECONDS.toSeconds(now - seen) + " s; waiting for one.");
            }
        }
    }

    private String none() {
        return "No worker of " + master + " was free within " + patience.toSeconds()
                + " s: its page tells whether one is there with a free core and " + context.executorMemory()
                + " MiB; --wait SECONDS waits longer.";
    }

    /** A look that ends the work isn't interrupted in it. */
    @Override
    public void close() {
        looking.shutdown();
        try {
            looking.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
