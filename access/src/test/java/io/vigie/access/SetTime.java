package io.vigie.access;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** The time of buckets: stands still until it is moved. */
public final class SetTime implements TimeMeter {

    private long now = 1;

    /** Moves on. */
    public void advance(Duration by) {
        now += by.toNanos();
    }

    @Override
    public long currentTimeNanos() {
        return now;
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
