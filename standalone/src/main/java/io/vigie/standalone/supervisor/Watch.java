package io.vigie.standalone.supervisor;

import io.vigie.embedded.RunningProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one part running: starts it, notices its end, starts it again. Pauses between starts double up to ten seconds and
 * it never gives up.
 */
final class Watch {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration SETTLED = Duration.ofSeconds(30);

    private final Part part;
    private final Consumer<String> told;
    private final Runnable changed;
    private final Thread thread;
    private final CountDownLatch stopping = new CountDownLatch(1);

    private volatile String state = "starting";
    private volatile @Nullable RunningProcess process;
    private volatile int restarts;
    private volatile int failedStarts;
    private volatile boolean hasServed;
    private volatile String lastFailure = "";

    /**
     * @param told gets one line for each thing worth knowing
     * @param changed called after each change of state
     */
    Watch(Part part, Consumer<String> told, Runnable changed) {
        this.part = part;
        this.told = told;
        this.changed = changed;
        this.thread = new Thread(this::keepRunning, "watch-" + part.name());
        thread.setDaemon(true);
    }

    void begin() {
        thread.start();
    }

    Part part() {
        return part;
    }

    /** Whether it has served at least once. */
    boolean hasServed() {
        return hasServed;
    }

    /** How often it ended before it ever served. */
    int failedStarts() {
        return hasServed ? 0 : failedStarts;
    }

    String lastFailure() {
        return lastFailure;
    }

    SystemState.PartState state() {
        RunningProcess current = process;
        Long pid = current != null && current.isRunning() ? current.pid() : null;
        return new SystemState.PartState(part.name().toString(), state, pid, part.port(), restarts);
    }

    /** Stops the part and waits until it is gone. */
    void stop() {
        stopping.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        part.stop();
        process = null;
        enter("stopped");
    }

    private void keepRunning() {
        Duration pause = SHORTEST_PAUSE;
        while (!isStopping()) {
            long begun = System.nanoTime();
            runOnce();
            if (isStopping()) {
                return;
            }
            pause = System.nanoTime() - begun > SETTLED.toNanos() ? SHORTEST_PAUSE : pause;
            enter("restarting");
            told.accept(part.name() + " ended" + lastFailure + "; starting it again");
            sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            restarts++;
        }
    }

    private void runOnce() {
        try {
            lastFailure = "";
            RunningProcess current = part.start();
            process = current;
            changed.run();
            while (!isStopping() && current.isRunning()) {
                if (!state.equals("running") && part.serves()) {
                    hasServed = true;
                    enter("running");
                }
                sleep(POLL);
            }
        } catch (RuntimeException | IOException e) {
            lastFailure = " (" + e.getMessage() + ")";
        } finally {
            if (!hasServed) {
                failedStarts++;
            }
        }
    }

    private void enter(String next) {
        state = next;
        changed.run();
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Ends early when the part is to stop. */
    private void sleep(Duration time) {
        try {
            if (stopping.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
