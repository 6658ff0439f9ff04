package io.vigie.query.trackprogress;

import io.vigie.contracts.Topics;
import io.vigie.contracts.progress.RelayProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How far those that follow the relay are behind it. */
@Component
public final class Behind {

    private final RelayPositions positions;
    private final Coverage coverage;
    private final Clock clock;

    Behind(RelayPositions positions, Coverage coverage, Clock clock) {
        this.positions = positions;
        this.coverage = coverage;
        this.clock = clock;
    }

    /** The relay's last position that was heard of. */
    public Optional<RelayProgress> relay() {
        return positions.head();
    }

    /** How old the oldest relayed event is that the views lack; zero when they lack none. */
    public Duration views() {
        return coverage.lag();
    }

    /**
     * How old the oldest relayed client event is that somebody lacks; zero when none.
     *
     * @param next by partition of the client events, where it goes on
     */
    public Duration since(Map<Integer, Long> next) {
        Instant oldest = null;
        for (RelayProgress position : positions.newestFirst()) {
            boolean contains =
                    position.endOffsets().getOrDefault(Topics.CLIENT_EVENTS.name(), Map.of()).entrySet().stream()
                            .allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
            if (contains) {
                break;
            }
            oldest = position.publishedAt();
        }
        return oldest == null
                ? Duration.ZERO
                : Duration.between(oldest, clock.instant()).abs();
    }
}
