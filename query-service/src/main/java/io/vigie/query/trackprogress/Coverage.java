package io.vigie.query.trackprogress;

import io.vigie.contracts.Topics;
import io.vigie.contracts.progress.RelayProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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
    private volatile long refreshed = System.nanoTime() - MOST_NANOS;
    private volatile long scoredRefreshed = refreshed;

    Coverage(RelayPositions positions, AppliedOffsets applied, Clock clock) {
        this.positions = positions;
        this.applied = applied;
        this.clock = clock;
    }

    boolean isPossible(long token) {
        return token <= positions.head().map(RelayProgress::transactionId).orElse(Long.MAX_VALUE >> 16) + MARGIN;
    }

    /** Whether every event up to the token is there. */
    boolean hasEvents(Demand demand) {
        return position(demand).isPresent();
    }

    /** And, where the scores of all clients matter, every score of them that scoring could give. */
    boolean covers(Demand demand) {
        return position(demand)
                .filter(position -> !demand.withAllScores()
                        || applied.containScores(
                                position.endOffsets().getOrDefault(Topics.CLIENT_EVENTS.name(), Map.of())))
                .isPresent();
    }

    /** As {@link #covers}, by what the database says now: views that were built again may have less than before. */
    boolean coversNow(Demand demand) {
        if (!covers(demand)) {
            return false;
        }
        refreshIfOld(demand.withAllScores());
        return covers(demand);
    }

    private Optional<RelayProgress> position(Demand demand) {
        return positions.covering(demand.token()).filter(position -> applied.contain(position.endOffsets()));
    }

    void refresh(boolean withAllScores) {
        long now = System.nanoTime();
        applied.refresh();
        refreshed = now;
        if (withAllScores) {
            applied.refreshScored();
            scoredRefreshed = now;
        }
    }

    private void refreshIfOld(boolean withAllScores) {
        if (System.nanoTime() - (withAllScores ? scoredRefreshed : refreshed) >= MOST_NANOS) {
            refresh(withAllScores);
        }
    }

    /** How old the oldest relayed event is that the views lack; zero when they lack none. */
    Duration lag() {
        Optional<RelayProgress> head = positions.head();
        if (head.isPresent() && !applied.contain(head.get().endOffsets())) {
            refreshIfOld(false);
        }
        Instant oldest = null;
        for (RelayProgress position : positions.newestFirst()) {
            if (applied.contain(position.endOffsets())) {
                break;
            }
            oldest = position.publishedAt();
        }
        return oldest == null
                ? Duration.ZERO
                : Duration.between(oldest, clock.instant()).abs();
    }
}
