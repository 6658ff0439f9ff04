package io.vigie.query.pipeline;

import io.vigie.query.pipeline.Pipeline.PerSecond;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was counted each second of the last minute. Safe for use by several threads. */
final class Samples {

    private static final int MOST = 64;
    private static final long SOONEST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Deque<Sample> samples = new ArrayDeque<>();

    /**
     * One look.
     *
     * @param nanos when, of {@link System#nanoTime()}
     * @param relayed events that the relay has sent; null while it hasn't said
     * @param events client events in the views
     * @param scores score records in the views
     */
    record Sample(long nanos, @Nullable Long relayed, long events, long scores) {}

    synchronized void add(Sample sample) {
        samples.addLast(sample);
        while (samples.size() > MOST) {
            samples.removeFirst();
        }
    }

    synchronized @Nullable Sample latest() {
        return samples.peekLast();
    }

    /** How much a count grew in a second, on average. */
    synchronized PerSecond of(Function<Sample, @Nullable Long> count) {
        return new PerSecond(over(10, count), over(60, count));
    }

    /** Null when it isn't known yet, and of a count that began again meanwhile, as that of views that were built again. */
    private @Nullable Double over(int seconds, Function<Sample, @Nullable Long> count) {
        Sample last = samples.peekLast();
        if (last == null) {
            return null;
        }
        // Looks are a little more than a second apart.
        long most = TimeUnit.SECONDS.toNanos(seconds) + SOONEST_NANOS;
        for (Sample first : samples) {
            long between = last.nanos() - first.nanos();
            if (between <= most) {
                Long from = count.apply(first);
                Long to = count.apply(last);
                return between < SOONEST_NANOS || from == null || to == null || to < from
                        ? null
                        : (to - from) * 1e9 / between;
            }
        }
        return null;
    }
}
