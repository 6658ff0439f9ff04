package io.vigie.command.platform;

import io.vigie.web.Rejected;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Lets one command per aggregate through at a time in this instance, until its transaction has ended; those that wait
 * hold no connection. Between instances the store's sequence numbers decide.
 */
@Component
final class Turnstile {

    private static final int LANES = 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ReentrantLock[] lanes =
            Stream.generate(ReentrantLock::new).limit(LANES).toArray(ReentrantLock[]::new);

    <T> T pass(String aggregateId, Supplier<T> action) {
        ReentrantLock lane = lanes[Math.floorMod(aggregateId.hashCode(), LANES)];
        if (!enter(lane)) {
            throw Rejected.notReady(
                    "busy", "Busy", "Too many commands about the same thing are waiting.", Duration.ofSeconds(1));
        }
        try {
            return action.get();
        } finally {
            lane.unlock();
        }
    }

    private static boolean enter(ReentrantLock lane) {
        try {
            return lane.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
