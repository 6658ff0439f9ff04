package io.vigie.access.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.vigie.web.Rejected;
import java.time.Duration;

/**
 * How often somebody may try to sign in: ten times a minute for one account from one address, and sixty times from one
 * address for all accounts together. Each instance of a service counts by itself.
 */
final class Attempts {

    private static final int FOR_ONE_ACCOUNT = 10;
    private static final int FROM_ONE_ADDRESS = 60;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long MOST = 100_000;

    private final TimeMeter time;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().expireAfterAccess(MINUTE).maximumSize(MOST).build();

    Attempts(TimeMeter time) {
        this.time = time;
    }

    /** Counts one. Whether the account exists makes no difference. */
    void count(String accountId, String address) {
        take("address " + address, FROM_ONE_ADDRESS);
        take("account " + accountId + " from " + address, FOR_ONE_ACCOUNT);
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
            throw Rejected.tooMany(
                    "too-many-attempts",
                    "Too many attempts",
                    "There were too many attempts to sign in; wait before the next one.",
                    Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }
}
