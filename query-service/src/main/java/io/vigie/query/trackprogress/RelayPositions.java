package io.vigie.query.trackprogress;

import io.vigie.contracts.progress.RelayProgress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.stereotype.Component;

/** The relay's latest positions, by transaction. */
@Component
final class RelayPositions {

    private static final int KEPT = 5_000;

    private final ConcurrentSkipListMap<Long, RelayProgress> positions = new ConcurrentSkipListMap<>();

    void add(RelayProgress progress) {
        positions.merge(progress.transactionId(), progress, (one, other) -> one.sent() > other.sent() ? one : other);
        while (positions.size() > KEPT) {
            positions.pollFirstEntry();
        }
    }

    void clear() {
        positions.clear();
    }

    /** The first position that has everything up to that transaction; empty while there is none. */
    Optional<RelayProgress> covering(long transactionId) {
        return Optional.ofNullable(positions.ceilingEntry(transactionId)).map(Map.Entry::getValue);
    }

    Iterable<RelayProgress> newestFirst() {
        return positions.descendingMap().values();
    }

    Optional<RelayProgress> head() {
        return Optional.ofNullable(positions.lastEntry()).map(Map.Entry::getValue);
    }
}
