package io.vigie.query.modelquality;

import io.vigie.query.modelquality.ModelQuality.OpenScores;
import io.vigie.query.modelquality.ModelQuality.SoFar;
import io.vigie.web.Rejected;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The scores of a version and what became of them. A departure is later than a score when the client's version says so: a score
 * may be given long after its event. How much later goes by when it was recorded, as in the rows that training learns from.
 */
final class ScoredClients {

    private static final String DEPARTED = """
            with departed as (
                select client_id, array_agg(version) as versions, array_agg(time) as times
                from client_event where type = 'client-departed' and handled group by client_id)
            """;

    private static final String MATURED = DEPARTED + """
            select m.client_id, m.month, m.probability, m.flagged,
                case when d.client_id is null then false else exists (
                    select from unnest(d.versions, d.times) as later (version, time)
                    where later.version > m.client_version and later.time <= m.scored_at + make_interval(secs => ?))
                end as has_left
            from monthly_score m left join departed d on d.client_id = m.client_id
            where m.model_name = ? and m.model_version = ? and m.month >= ? and m.scored_at <= ?
            order by m.client_id, m.month""";

    private static final String OPEN = DEPARTED + """
            , watched as (
                select m.scored_at, m.flagged, case when d.client_id is not null then (
                        select min(later.time) from unnest(d.versions, d.times) as later (version, time)
                        where later.version > m.client_version and later.time <= m.scored_at + make_interval(secs => ?))
                    end as left_at
                from monthly_score m left join departed d on d.client_id = m.client_id
                where m.model_name = ? and m.model_version = ? and m.month >= ? and m.scored_at > ?)
            select flagged, count(*) as scores, count(left_at) as has_left, min(scored_at) as earliest,
                avg(greatest(0, extract(epoch from coalesce(left_at, ?) - scored_at)) / 86400)::float8 as days
            from watched group by flagged""";

    private final JdbcTemplate jdbc;
    private final Limits limits;
    private final String name;
    private final int version;
    private final Instant asOf;
    private final Duration horizon;

    ScoredClients(JdbcTemplate jdbc, Limits limits, String name, int version, Instant asOf, Duration horizon) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.name = name;
        this.version = version;
        this.asOf = asOf;
        this.horizon = horizon;
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    /**
     * Hands on those whose horizon is over, client by client and each in the order of its months.
     *
     * @throws Rejected 503 when it takes too long, or there are too many
     */
    void matured(Months months, Consumer<JudgedScore> each) {
        int[] count = new int[1];
        jdbc.query(
                MATURED,
                row -> {
                    limits.check(++count[0]);
                    each.accept(JudgedScore.read(row));
                },
                horizon.toSeconds(),
                name,
                version,
                months.firstDay(),
                utc(asOf.minus(horizon)));
    }

    /** All others. */
    SoFar open() {
        Map<Boolean, OpenScores> groups = new HashMap<>();
        long[] open = new long[1];
        @Nullable Instant[] earliest = new Instant[1];
        Instant edge = asOf.minus(horizon);
        jdbc.query(
                OPEN,
                row -> {
                    groups.put(row.getBoolean("flagged"), scores(row));
                    open[0] += row.getLong("scores");
                    Instant first =
                            row.getObject("earliest", OffsetDateTime.class).toInstant();
                    earliest[0] = earliest[0] == null || first.isBefore(earliest[0]) ? first : earliest[0];
                },
                horizon.toSeconds(),
                name,
                version,
                utc(edge).toLocalDate().withDayOfMonth(1),
                utc(edge),
                utc(asOf));
        return new SoFar(
                open[0],
                earliest[0] == null ? null : earliest[0].plus(horizon),
                groups.getOrDefault(true, OpenScores.NONE),
                groups.getOrDefault(false, OpenScores.NONE));
    }

    private static OpenScores scores(ResultSet row) throws SQLException {
        long scores = row.getLong("scores");
        long left = row.getLong("has_left");
        return new OpenScores(scores, left, (double) left / scores, row.getDouble("days"));
    }
}
