package io.vigie.query.trackprogress;

import io.vigie.contracts.Topics;
import io.vigie.contracts.progress.RelayProgress;
import io.vigie.query.trackprogress.AppliedOffsets.Reading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Says whether the views have everything up to a token, and how far they are behind. */
@Component
final class Coverage {

    /** A token may be ahead of what was relayed so far, but not by more transactions than a database has in weeks. */
    private static final long MARGIN = 1_000_000_000L;

    private static final long MOST_NANOS = 50_000_000;

    private final RelayPositions positions;
    private final AppliedOffsets applied;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Reading latest = new Reading(System.nanoTime() - MOST_NANOS, Map.of(), null);

    Coverage(RelayPositions positions, AppliedOffsets applied, Clock clock) {
        this.positions = positions;
        this.applied = applied;
        this.clock = clock;
    }

    boolean isPossible(long token) {
        return token <= positions.head().map(RelayProgress::transactionId).orElse(Long.MAX_VALUE >> 16) + MARGIN;
    }

    /** Whether everything is there that matters of all clients: events, and scores where a reader of many wants them. */
    boolean covers(Demand demand, Reading reading) {
        return positions
                .covering(demand.token())
                .filter(position -> reading.contains(position.endOffsets()))
                .filter(position -> !demand.withAllScores()
                        || reading.containsScores(
                                position.endOffsets().getOrDefault(Topics.CLIENT_EVENTS.name(), Map.of())))
                .isPresent();
    }

    /**
     * As {@link #covers}, by what the database said just now: views that were built again may have less than before. False
     * when that is not known yet.
     */
    boolean coversNow(Demand demand) {
        return covers(demand, latest) && covers(demand, young(demand.withAllScores()));
    }

    /** What the database says. */
    Reading read(boolean withAllScores) {
        Reading reading = applied.read(withAllScores);
        synchronized (this) {
            if (reading.askedAt() - latest.askedAt() > 0) {
                latest = reading;
            }
        }
        return reading;
    }

    /** One asks for all who want to know. */
    private Reading young(boolean withAllScores) {
        Reading known = latest;
        if (isYoung(known, withAllScores)) {
            return known;
        }
        asking.lock();
        try {
            Reading meanwhile = latest;
            return isYoung(meanwhile, withAllScores) ? meanwhile : read(withAllScores);
        } finally {
            asking.unlock();
        }
    }

    private static boolean isYoung(Reading reading, boolean withAllScores) {
        return System.nanoTime() - reading.askedAt() < MOST_NANOS && (!withAllScores || reading.scored() != null);
    }

    /** How old the oldest relayed event is that the views lack; zero when they lack none. */
    Duration lag() {
        Optional<RelayProgress> head = positions.head();
        if (head.isPresent() && !latest.contains(head.get().endOffsets())) {
            lookAgain();
        }
        Reading reading = latest;
        Instant oldest = null;
        for (RelayProgress position : positions.newestFirst()) {
            if (reading.contains(position.endOffsets())) {
                break;
            }
            oldest = position.publishedAt();
        }
        return oldest == null
                ? Duration.ZERO
                : Duration.between(oldest, clock.instant()).abs();
    }

    /** Unless somebody is at it: nobody waits for the sake of a figure. */
    private void lookAgain() {
        if (!isYoung(latest, false) && asking.tryLock()) {
            try {
                read(false);
            } finally {
                asking.unlock();
            }
        }
    }
}
