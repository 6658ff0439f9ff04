package io.vigie.pmml;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs a check in a thread of its own, with a small stack and for a limited time.
 *
 * <p>Whoever waits stops waiting when the time is over and interrupts the thread. It ends by itself: the steps of reading
 * are bounded by the size of the document, those of verifying and of each trial by what {@code DocumentCheck} computed in
 * advance, and between trials the interrupt is looked at. No regular expression of a document is ever run.
 */
final class Bounded {

    /** Half of what a thread has by default, so that what passes here has room to spare where records are scored. */
    static final int STACK_BYTES = 512 * 1024;

    private Bounded() {}

    /**
     * What the task gives.
     *
     * @throws ModelRefused by the task, or when it takes too long or too much stack
     */
    static <T> T run(Duration budget, Supplier<T> task) {
        FutureTask<T> future = new FutureTask<>(task::get);
        Thread thread = new Thread(null, future, "model-check", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return future.get(budget.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            future.cancel(true);
            ModelRefused refused = new ModelRefused(
                    "PMML",
                    "the check took longer than " + budget.toMillis() + " ms",
                    "Upload it again when less is going on, or export a smaller model.");
            // Whoever loads a model that was taken before sees by it that another try may do.
            refused.initCause(late);
            throw refused;
        } catch (InterruptedException interrupted) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new ModelRefused("PMML", "the check was interrupted", "Upload it again.");
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            throw refused(cause == null ? failed : cause);
        }
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
