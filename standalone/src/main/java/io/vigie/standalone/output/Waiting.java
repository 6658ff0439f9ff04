package io.vigie.standalone.output;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells that one answer takes its time, and for how long already; what is answered at once stays untold. */
public final class Waiting implements AutoCloseable {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "waiting");
        thread.setDaemon(true);
        return thread;
    });

    /** @param what is being done, as the beginning of a line */
    public Waiting(PrintWriter err, String what) {
        this(err, what, FIRST, EVERY);
    }

    Waiting(PrintWriter err, String what, Duration first, Duration every) {
        long begun = System.nanoTime();
        clock.scheduleAtFixedRate(
                () -> {
                    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
                    err.println(what + "… " + seconds + " s");
                    err.flush();
                },
                first.toMillis(),
                every.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
