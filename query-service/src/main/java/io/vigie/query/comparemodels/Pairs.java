package io.vigie.query.comparemodels;

import io.vigie.query.clientcard.BandMoves;
import io.vigie.query.comparemodels.ModelComparison.Cell;
import io.vigie.query.comparemodels.ModelComparison.Disagreement;
import io.vigie.query.comparemodels.ModelComparison.Outcome;
import io.vigie.query.comparemodels.ModelComparison.Outcomes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The clients that two versions of a model have scored, both with the same numbers of the client: what one said before the
 * other isn't compared. A client's departure counts as a score of its own, but only the one before it says anything.
 */
final class Pairs {

    private static final String PAIRS = """
            with pairs as (
                select c.client_id, c.name, c.company, c.status, r.score as champion, r.band as champion_band,
                    s.probability as challenger, s.band as challenger_band
                from client_view c
                join client_risk r on r.client_id = c.client_id
                join shadow_risk s on s.client_id = c.client_id
                where c.status <> 'unknown' and r.score is not null and s.probability is not null
                    and r.model = ? and r.model_version = ? and s.model_name = ? and s.model_version = ?
                    and (s.score_sequence = r.score_sequence or c.status = 'left' and s.score_sequence = (
                        select max(h.score_sequence) from client_score h where h.client_id = c.client_id and h.handled
                            and h.outcome in ('scored', 'unchanged'))))
            """;

    private static final String FIGURES = PAIRS + """
            select count(*) filter (where status = 'active') as clients,
                count(*) filter (where status = 'left') as departures,
                avg(case when champion_band = challenger_band then 1.0 else 0 end)
                    filter (where status = 'active') as agreement,
                corr(challenger, champion) filter (where status = 'active') as correlation,
                avg(challenger - champion) filter (where status = 'active') as difference
            from pairs""";

    private static final String SCATTER = PAIRS + """
            select least(19, floor(champion * 20))::int as x, least(19, floor(challenger * 20))::int as y, count(*) as n
            from pairs where status = 'active' group by 1, 2 order by 1, 2""";

    private static final String MOVES = PAIRS + """
            select champion_band, challenger_band, count(*) from pairs
            where status = 'active' and champion_band <> challenger_band group by 1, 2""";

    private static final String DISAGREEMENTS = PAIRS + """
            select * from pairs where status = 'active' and champion <> challenger
            order by abs(challenger - champion) desc, client_id limit ?""";

    /** The sum of ranks, with the mean rank for those that are alike, is Mann and Whitney's way to the area. */
    private static final String OUTCOME = PAIRS + """
            , ranked as (
                select status = 'left' as departed, %1$s_band = 'high' as flagged,
                    rank() over (order by %1$s) + (count(*) over (partition by %1$s) - 1) / 2.0 as middle
                from pairs)
            select count(*) filter (where departed) as departed, count(*) filter (where not departed) as remained,
                count(*) filter (where flagged) as flagged, count(*) filter (where flagged and departed) as found,
                coalesce(sum(middle) filter (where departed), 0)::float8 as ranks
            from ranked""";

    private final JdbcTemplate jdbc;
    private final Object[] which;

    Pairs(JdbcTemplate jdbc, String name, int champion, int challenger) {
        this.jdbc = jdbc;
        this.which = new Object[] {name, champion, name, challenger};
    }

    record Figures(
            long clients,
            long departures,
            @Nullable Double agreement,
            @Nullable Double correlation,
            @Nullable Double meanDifference) {

        private static Figures read(ResultSet row, int index) throws SQLException {
            return new Figures(
                    row.getLong("clients"),
                    row.getLong("departures"),
                    number(row, "agreement"),
                    number(row, "correlation"),
                    number(row, "difference"));
        }

        private static @Nullable Double number(ResultSet row, String column) throws SQLException {
            double number = row.getDouble(column);
            return row.wasNull() || !Double.isFinite(number) ? null : number;
        }
    }

    Figures figures() {
        return Objects.requireNonNull(jdbc.queryForObject(FIGURES, Figures::read, which));
    }

    List<Cell> scatter() {
        return jdbc.query(
                SCATTER,
                (row, index) -> new Cell(row.getInt("x") / 20.0, row.getInt("y") / 20.0, row.getLong("n")),
                which);
    }

    BandMoves moves() {
        BandMoves moves = new BandMoves();
        jdbc.query(
                MOVES,
                row -> {
                    moves.count(row.getString(1), row.getString(2), row.getLong(3));
                },
                which);
        return moves;
    }

    List<Disagreement> disagreements(int most) {
        return jdbc.query(
                DISAGREEMENTS,
                (row, index) -> new Disagreement(
                        row.getString("client_id"),
                        row.getString("name"),
                        row.getString("company"),
                        row.getDouble("champion"),
                        row.getDouble("challenger"),
                        row.getString("champion_band"),
                        row.getString("challenger_band")),
                which[0],
                which[1],
                which[2],
                which[3],
                most);
    }

    Outcomes outcomes() {
        return new Outcomes(outcome("champion"), outcome("challenger"));
    }

    private Outcome outcome(String side) {
        return Objects.requireNonNull(
                jdbc.queryForObject(OUTCOME.formatted(side), (row, index) -> outcome(row), which));
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        long departed = row.getLong("departed");
        long remained = row.getLong("remained");
        long flagged = row.getLong("flagged");
        long found = row.getLong("found");
        double larger = row.getDouble("ranks") - departed * (departed + 1) / 2.0;
        return new Outcome(
                departed,
                remained,
                flagged,
                flagged == 0 ? null : (double) found / flagged,
                departed == 0 ? 0 : (double) found / departed,
                departed == 0 || remained == 0 ? null : larger / ((double) departed * remained));
    }
}
