package io.vigie.query.pipeline;

import io.vigie.query.pipeline.Pipeline.PerSecond;
import io.vigie.query.projection.Percentiles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** The client events of the last minute, by the moments at which they were recorded: of all instances, as far as they can be read. */
final class RecentEvents {

    private static final Duration SHORT = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofSeconds(60);

    private static final String RATES = """
            select count(*) filter (where time > ?::timestamptz) / ?::float8, count(*) / ?::float8
            from client_event where handled and time > ?::timestamptz and time <= ?::timestamptz""";

    /** No more events than can be looked at each second. Of an event that was scored again the first score counts. */
    private static final String UNTIL_SCORED = """
            select count(*) as count, percentile_cont(0.5) within group (order by millis) as p50,
                percentile_cont(0.95) within group (order by millis) as p95,
                percentile_cont(0.99) within group (order by millis) as p99
            from (
                select greatest(0, extract(epoch from s.scored_at - e.time) * 1000)::float8 as millis
                from (
                    select client_id, version, time from client_event
                    where handled and time > ?::timestamptz and time <= ?::timestamptz
                    order by time desc, client_id desc, version desc limit 2000) e
                join lateral (
                    select scored_at from client_score
                    where client_id = e.client_id and client_version = e.version and trigger = 'event'
                    order by score_sequence desc limit 1) s on true) d""";

    private final JdbcTemplate jdbc;

    RecentEvents(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    PerSecond perSecond(Instant now) {
        return Objects.requireNonNull(jdbc.queryForObject(
                RATES,
                (row, index) -> new PerSecond(row.getDouble(1), row.getDouble(2)),
                now.minus(SHORT).toString(),
                SHORT.toSeconds(),
                LONG.toSeconds(),
                now.minus(LONG).toString(),
                now.toString()));
    }

    Percentiles untilScored(Instant now) {
        return Objects.requireNonNull(jdbc.queryForObject(
                UNTIL_SCORED, RecentEvents::read, now.minus(LONG).toString(), now.toString()));
    }

    private static Percentiles read(ResultSet row, int index) throws SQLException {
        return new Percentiles(
                row.getLong("count"),
                row.getObject("p50", Double.class),
                row.getObject("p95", Double.class),
                row.getObject("p99", Double.class));
    }
}
