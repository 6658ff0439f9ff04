package io.vigie.pmml;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs a check in a thread of its own, with a small stack and for a limited time. It is processor time that counts, so that a
 * document isn't refused because the machine has much else to do.
 *
 * <p>Whoever waits stops waiting when the time is over and interrupts the thread. It ends by itself: the steps of reading
 * are bounded by the size of the document, those of verifying and of each trial by what {@code DocumentCheck} computed in
 * advance, and between trials the interrupt is looked at. No regular expression of a document is ever run.
 */
final class Bounded {

    /** Half of what a thread has by default, so that what passes here has room to spare where records are scored. */
    static final int STACK_BYTES = 512 * 1024;

    /** Nobody waits for more than so many times the budget, however busy the machine is. */
    private static final int MOST_WAITING = 5;

    private static final Duration LOOK = Duration.ofMillis(20);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Bounded() {}

    /**
     * What the task gives.
     *
     * @param budget processor time; five times as much may pass
     * @throws ModelRefused by the task, or when it takes too long or too much stack
     */
    static <T> T run(Duration budget, Supplier<T> task) {
        FutureTask<T> future = new FutureTask<>(task::get);
        Thread thread = new Thread(null, future, "model-check", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return awaited(future, thread, budget);
        } catch (InterruptedException interrupted) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new ModelRefused("PMML", "the check was interrupted", "Upload it again.");
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            throw refused(cause == null ? failed : cause);
        }
    }

    private static <T> T awaited(FutureTask<T> future, Thread thread, Duration budget)
            throws InterruptedException, ExecutionException {
        long deadline = System.nanoTime() + budget.multipliedBy(MOST_WAITING).toNanos();
        long look = Math.min(budget.toMillis(), LOOK.toMillis());
        while (true) {
            try {
                return future.get(look, TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                // −1 once it has ended, and where the platform doesn't tell.
                long worked = THREADS.isThreadCpuTimeSupported() ? THREADS.getThreadCpuTime(thread.getId()) : -1;
                if (worked >= budget.toNanos() || System.nanoTime() - deadline > 0) {
                    future.cancel(true);
                    throw late(budget, late);
                }
            }
        }
    }

    private static ModelRefused late(Duration budget, TimeoutException late) {
        ModelRefused refused = new ModelRefused(
                "PMML",
                "the check took longer than " + budget.toMillis() + " ms",
                "Upload it again when less is going on, or export a smaller model.");
        // Whoever loads a model that was taken before sees by it that another try may do.
        refused.initCause(late);
        return refused;
    }

    private static ModelRefused refused(Throwable fault) {
        if (fault instanceof ModelRefused refused) {
            return refused;
        }
        String reason = fault instanceof StackOverflowError
                ? "it nests too deep to be read"
                : "the evaluator can't use it: " + Engine.kind(fault);
        return new ModelRefused("PMML", reason, fault);
    }
}
