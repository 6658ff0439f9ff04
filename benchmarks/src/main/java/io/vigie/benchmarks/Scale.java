package io.vigie.benchmarks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long everything takes.
 *
 * @param warmUps rounds of each contender that don't count, at least: see {@code Contest}
 * @param rounds that count
 * @param round how long a timed round takes
 * @param batch how many events a counted round handles
 * @param latency how long the open-loop load goes on
 */
public record Scale(int warmUps, int rounds, Duration round, int batch, Duration latency) {

    /** Enough to see that everything runs; its figures mean little. */
    static final Scale SHORT = new Scale(2, 3, Duration.ofMillis(1_500), 4_000, Duration.ofSeconds(15));

    /** Enough for figures that can be repeated. */
    static final Scale LONG = new Scale(12, 7, Duration.ofSeconds(5), 20_000, Duration.ofSeconds(60));

    /** With what was asked for instead. */
    Scale with(
            @Nullable Integer otherWarmUps,
            @Nullable Integer otherRounds,
            @Nullable Integer otherSeconds,
            @Nullable Integer otherBatch) {
        return new Scale(
                otherWarmUps == null ? warmUps : otherWarmUps,
                otherRounds == null ? rounds : otherRounds,
                otherSeconds == null ? round : Duration.ofSeconds(otherSeconds),
                otherBatch == null ? batch : otherBatch,
                latency);
    }
}
