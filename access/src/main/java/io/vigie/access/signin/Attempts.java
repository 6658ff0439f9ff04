package io.vigie.access.signin;

import io.github.bucket4j.TimeMeter;
import io.vigie.access.limits.Address;
import io.vigie.access.limits.Buckets;
import io.vigie.web.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
    private static final long PATIENCE_MILLIS = 2_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Semaphore few = new Semaphore(AT_ONCE, true);
    private final Buckets one;
    private final Buckets many;

    public Attempts(TimeMeter time) {
        this.one = new Buckets(FOR_ONE_ACCOUNT, FOR_ONE_ACCOUNT, MINUTE, time);
        this.many = new Buckets(MANY, MANY, MINUTE, time);
    }

    /** Counts one of whom nobody knows yet who they are. */
    public void countFrom(HttpServletRequest request) {
        take(many, "address " + Address.of(request));
    }

    /** Counts one of somebody who is signed in, apart from what others try on the account. */
    void countChange(String accountId) {
        take(one, "change of " + accountId);
    }

    /** Counts one. Whether the account exists makes no difference. */
    void count(String accountId, String address) {
        take(one, "account " + accountId + " from " + address);
        take(many, "account " + accountId);
        take(many, "address " + address);
    }

    /** In turn, and unless too many wait already. */
    boolean oneOfFew(BooleanSupplier attempt) {
        try {
            if (!few.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw tooMany(Duration.ofSeconds(1));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw tooMany(Duration.ofSeconds(1));
        }
        try {
            return attempt.getAsBoolean();
        } finally {
            few.release();
        }
    }

    private static void take(Buckets buckets, String name) {
        Optional<Duration> wait = buckets.take(name);
        if (wait.isPresent()) {
            throw tooMany(wait.get());
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
