package io.vigie.query.summarytrend;

import io.vigie.query.platform.Portfolio;
import io.vigie.query.summarytrend.SummaryTrend.SummaryPoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code summary_snapshot}. */
final class Snapshots {

    /** How long there is one for each hour, in whole days before this one. */
    private static final Duration HOURLY = Duration.ofDays(3);

    /** No longer ago than can be asked for. */
    private static final Duration KEPT = Duration.ofDays(367);

    /** One instance at a time, so that no two wait for each other's rows; the other's numbers are as good. */
    private static final String TURN = "select pg_try_advisory_xact_lock(?)";

    private static final long LOCK = 0x5649474953L;

    private static final String LATER_COUNTS = """

            on conflict (account_manager_id, hour) do update set taken_at = excluded.taken_at,
                clients = excluded.clients, active = excluded.active, has_left = excluded.has_left,
                at_risk = excluded.at_risk, unassigned_at_risk = excluded.unassigned_at_risk,
                value_at_risk = excluded.value_at_risk
            where summary_snapshot.taken_at < excluded.taken_at""";

    private static final String TAKE = """
            insert into summary_snapshot (account_manager_id, hour, taken_at, clients, active, has_left, at_risk,
                unassigned_at_risk, value_at_risk)
            select account_manager_id, date_trunc('hour', ?::timestamptz, 'UTC'), ?::timestamptz, count(*),
                count(*) filter (where status = 'active'), count(*) filter (where status = 'left'),
                count(*) filter (where status = 'active' and band = 'high'),
                count(*) filter (where status = 'active' and band = 'high'
                    and account_manager_id is null and not managed_elsewhere),
                coalesce(sum(total_purchase) filter (where status = 'active' and band = 'high'), 0)
            from client_fact
            where status <> 'unknown'
            group by grouping sets ((), (account_manager_id))
            having grouping(account_manager_id) = 1 or account_manager_id is not null""" + LATER_COUNTS;

    /** Of who had clients once and has none: no group tells that. */
    private static final String EMPTIED = """
            insert into summary_snapshot (account_manager_id, hour, taken_at, clients, active, has_left, at_risk,
                unassigned_at_risk, value_at_risk)
            select s.account_manager_id, date_trunc('hour', ?::timestamptz, 'UTC'), ?::timestamptz, 0, 0, 0, 0, 0, 0
            from (select distinct account_manager_id from summary_snapshot where account_manager_id is not null) s
            where not exists (select from client_fact c
                where c.account_manager_id = s.account_manager_id and c.status <> 'unknown')""" + LATER_COUNTS;

    private static final String FORGET = "delete from summary_snapshot where hour < ?::timestamptz";

    /** Found by their places, so that it takes one sort, whatever the statistics say of a table that has just grown. */
    private static final String THIN = """
            delete from summary_snapshot
            where ctid = any(array(
                select place from (
                    select ctid as place, row_number() over (
                        partition by account_manager_id, date_trunc('day', hour, 'UTC') order by hour desc) as number
                    from summary_snapshot
                    where hour < ?::timestamptz) d
                where number > 1))""";

    /** Of what isn't thinned yet, too, no more than one a day where it is to be. */
    private static final String POINTS = """
            select distinct on (step) *
            from (
                select *, case when hour >= ?::timestamptz then hour else date_trunc('day', hour, 'UTC') end as step
                from summary_snapshot
                where hour >= ?::timestamptz and %s) s
            order by step, hour desc""";

    private final JdbcTemplate jdbc;

    Snapshots(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this instance may take one, for as long as the transaction lasts. */
    boolean isOurTurn() {
        return Boolean.TRUE.equals(jdbc.queryForObject(TURN, Boolean.class, LOCK));
    }

    /** Writes down what holds now, as the last of this hour. */
    void take(Instant now) {
        jdbc.update(TAKE, now.toString(), now.toString());
        jdbc.update(EMPTIED, now.toString(), now.toString());
    }

    /** Leaves one a day of what is no longer wanted by the hour. */
    void thin(Instant now) {
        jdbc.update(FORGET, now.minus(KEPT).toString());
        jdbc.update(THIN, hourly(now));
    }

    /** From {@code since} on, oldest first. */
    List<SummaryPoint> since(Instant since, Instant now, Portfolio portfolio) {
        String hourly = hourly(now);
        return portfolio.choose(
                () -> jdbc.query(
                        POINTS.formatted("account_manager_id is null"), Snapshots::read, hourly, since.toString()),
                own -> jdbc.query(
                        POINTS.formatted("account_manager_id = ?"), Snapshots::read, hourly, since.toString(), own));
    }

    /** From when on there is one for each hour. */
    private static String hourly(Instant now) {
        return now.minus(HOURLY).truncatedTo(ChronoUnit.DAYS).toString();
    }

    private static SummaryPoint read(ResultSet row, int index) throws SQLException {
        return new SummaryPoint(
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                row.getLong("clients"),
                row.getLong("active"),
                row.getLong("at_risk"),
                row.getLong("unassigned_at_risk"),
                row.getBigDecimal("value_at_risk"),
                row.getLong("has_left"));
    }
}
