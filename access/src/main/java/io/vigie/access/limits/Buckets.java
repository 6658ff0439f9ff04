package io.vigie.access.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/**
 * A bucket for each name. One that nobody used for a minute is full again by then and forgotten; of very many names the
 * least used are forgotten too.
 */
public final class Buckets {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long MOST = 100_000;

    private final Bandwidth limit;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().expireAfterAccess(MINUTE).maximumSize(MOST).build();

    /**
     * Full ones at first.
     *
     * @param capacity what can be taken at once
     * @param refill what comes back evenly in each {@code period}; an empty one is full again within a minute
     */
    public Buckets(int capacity, int refill, Duration period, TimeMeter time) {
        this.limit = Bandwidth.builder()
                .capacity(capacity)
                .refillGreedy(refill, period)
                .build();
        this.time = time;
    }

    /** Takes one; when there is none, how long to wait for it. */
    public Optional<Duration> take(String name) {
        Bucket bucket = of(name);
        return bucket.tryConsume(1) ? Optional.empty() : waiting(bucket);
    }

    /** How long to wait for one; nothing while there is one, and none is taken. */
    public Optional<Duration> waiting(String name) {
        return waiting(of(name));
    }

    private Bucket of(String name) {
        return buckets.get(name, missing -> Bucket.builder()
                .addLimit(limit)
                .withCustomTimePrecision(time)
                .build());
    }

    private static Optional<Duration> waiting(Bucket bucket) {
        return Optional.of(Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill()))
                .filter(wait -> !wait.isZero());
    }
}
