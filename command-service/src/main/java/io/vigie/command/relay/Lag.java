package io.vigie.command.relay;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Measures how far the relay is behind the store. */
@Component
class Lag {

    private static final Logger LOG = LoggerFactory.getLogger(Lag.class);

    /** Counting more would cost more than it tells. */
    private static final int MOST = 100_000;

    private static final String WAITING = """
            select count(*), min(time_stamp) from (
                select time_stamp from domain_event_entry
                where (transaction_id, global_index) > (?::text::xid8, ?)
                order by transaction_id, global_index limit ?) waiting""";

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final RelayMetrics metrics;
    private volatile @Nullable Position position;

    Lag(JdbcTemplate jdbc, Clock clock, RelayMetrics metrics) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.metrics = metrics;
    }

    void relayedUntil(Position newest) {
        position = newest;
    }

    /** Another instance relays, or nobody knows: nothing is behind here. */
    synchronized void forget() {
        position = null;
        metrics.behind(0, Duration.ZERO);
    }

    void measure() {
        Position relayed = position;
        if (relayed == null) {
            return;
        }
        try {
            jdbc.query(
                    WAITING,
                    row -> {
                        tell(row.getLong(1), age(row.getString(2)));
                    },
                    Long.toString(relayed.transactionId()),
                    relayed.globalIndex(),
                    MOST);
        } catch (DataAccessException e) {
            LOG.debug("The relay's lag can't be measured now", e);
        }
    }

    private synchronized void tell(long events, Duration oldest) {
        if (position != null) {
            metrics.behind(events, oldest);
        }
    }

    /** Nothing when there is none, or when what is stored is no time. */
    private Duration age(@Nullable String oldest) {
        Instant now = clock.instant();
        try {
            Instant time = oldest == null ? now : Instant.parse(oldest);
            return time.isBefore(now) ? Duration.between(time, now) : Duration.ZERO;
        } catch (DateTimeException unreadable) {
            return Duration.ZERO;
        }
    }
}
