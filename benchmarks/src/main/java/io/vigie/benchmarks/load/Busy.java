package io.vigie.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Closed loops: each thread does its step over and over, the next one when the last has ended. */
public final class Busy {

    /** One thread's work. */
    @FunctionalInterface
    public interface Step {
        /** Does it once. */
        void once() throws Exception;
    }

    private Busy() {}

    /** Runs each of the steps in a thread of its own for {@code duration}. Throws what a step throws. */
    public static Outcome loops(List<? extends Step> steps, Duration duration) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(steps.size());
        try {
            CountDownLatch begin = new CountDownLatch(1);
            long[] end = new long[1];
            List<Future<Long>> counts = new ArrayList<>();
            for (Step step : steps) {
                counts.add(threads.submit(() -> {
                    begin.await();
                    long count = 0;
                    while (System.nanoTime() - end[0] < 0) {
                        step.once();
                        count++;
                    }
                    return count;
                }));
            }
            long start = System.nanoTime();
            end[0] = start + duration.toNanos();
            begin.countDown();
            long total = 0;
            for (Future<Long> count : counts) {
                total += get(count);
            }
            return new Outcome(total, System.nanoTime() - start);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long get(Future<Long> count) throws Exception {
        try {
            return count.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
