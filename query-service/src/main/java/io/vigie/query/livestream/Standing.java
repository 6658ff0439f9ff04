package io.vigie.query.livestream;

import io.vigie.query.trackprogress.Lag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How far what subscribers were told is behind what has happened. Asked by one thread. */
@Component
final class Standing {

    private static final Logger LOG = LoggerFactory.getLogger(Standing.class);

    /** From when on people are told that what they see is old, and until when. */
    private static final long BEHIND_MILLIS = 2_000;

    private static final long LIVE_MILLIS = 500;

    private final Lag lag;
    private final Listening listening;
    private long known = System.nanoTime();
    private boolean behind;

    Standing(Lag lag, Listening listening) {
        this.lag = lag;
        this.listening = listening;
    }

    /**
     * As subscribers are told it.
     *
     * @param behindMillis age in milliseconds of the oldest event that they don't see; 0 when they see all
     */
    record Told(long behindMillis) {}

    /** Looks; while that isn't possible it is at least as old as the last look. */
    Told look() {
        long missing;
        try {
            missing = lag.now().toMillis();
            known = System.nanoTime();
        } catch (RuntimeException away) {
            LOG.debug("How far the views are can't be found out", away);
            missing = (System.nanoTime() - known) / 1_000_000;
        }
        return new Told(Math.max(missing, listening.deafMillis()));
    }

    /** Whether people have to be told at once: it was live and isn't, or the other way round. */
    boolean turns(Told told) {
        boolean now = told.behindMillis() > (behind ? LIVE_MILLIS : BEHIND_MILLIS);
        boolean turned = now != behind;
        behind = now;
        return turned;
    }
}
