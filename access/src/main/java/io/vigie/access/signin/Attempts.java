package io.vigie.access.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.vigie.web.Rejected;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/**
 * How often somebody may try to sign in: ten times a minute for one account from one address, sixty times for one account
 * from anywhere, sixty times from one address for all accounts together; and two at once, for a password costs a quarter
 * of a second of a processor. Each instance of a service counts by itself.
 */
public final class Attempts {

    private static final int FOR_ONE_ACCOUNT = 10;
    private static final int MANY = 60;
    private static final int AT_ONCE = 2;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long MOST = 100_000;

    private final Semaphore few = new Semaphore(AT_ONCE);
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().expireAfterAccess(MINUTE).maximumSize(MOST).build();

    public Attempts(TimeMeter time) {
        this.time = time;
    }

    /** Counts one. Whether the account exists makes no difference. */
    void count(String accountId, String address) {
        take("account " + accountId + " from " + address, FOR_ONE_ACCOUNT);
        take("account " + accountId, MANY);
        take("address " + address, MANY);
    }

    /** Unless too many are at it already. */
    boolean oneOfFew(BooleanSupplier attempt) {
        if (!few.tryAcquire()) {
            throw tooMany(Duration.ofSeconds(1));
        }
        try {
            return attempt.getAsBoolean();
        } finally {
            few.release();
        }
    }

    private void take(String key, int most) {
        Bucket bucket = buckets.get(key, missing -> Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(most)
                        .refillGreedy(most, MINUTE)
                        .build())
                .withCustomTimePrecision(time)
                .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private static Rejected tooMany(Duration retryAfter) {
        return Rejected.tooMany(
                "too-many-attempts",
                "Too many attempts",
                "There were too many attempts to sign in; wait before the next one.",
                retryAfter);
    }
}
