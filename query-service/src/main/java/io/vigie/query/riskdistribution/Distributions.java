package io.vigie.query.riskdistribution;

import io.vigie.query.platform.Portfolio;
import io.vigie.query.riskdistribution.RiskDistribution.ScoreBin;
import io.vigie.query.riskdistribution.RiskDistribution.TeamCapacity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the database counts. */
final class Distributions {

    private static final int BINS = 100;

    /** By comparison with where each begins: of multiplied scores some come out just below. */
    private static final String BY_SCORE = """
            select width_bucket(score, array[%s]::float8[]) as bin, count(*) as clients,
                count(*) filter (where account_manager_id is null and not managed_elsewhere) as unassigned,
                sum(total_purchase) as value
            from client_fact where status = 'active' %s group by 1""";

    private static final String CAPACITY = """
            select coalesce(sum(capacity), 0) as total, coalesce(sum(load), 0) as load,
                coalesce(sum(greatest(0, capacity - load)), 0) as free
            from account_manager_card where status = 'active' %s""";

    private static final String BEGINNINGS =
            IntStream.range(1, BINS).mapToObj(bin -> String.valueOf(from(bin))).collect(Collectors.joining(", "));

    private static final String OWN = "and account_manager_id = ?";

    private final JdbcTemplate jdbc;

    Distributions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What a portfolio's active clients come to. */
    record Counted(List<ScoreBin> bins, long unscored) {}

    Counted byScore(Portfolio portfolio) {
        List<ScoreBin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            bins.add(new ScoreBin(from(bin), from(bin + 1), 0, 0, BigDecimal.ZERO));
        }
        long[] unscored = new long[1];
        jdbc.query(
                BY_SCORE.formatted(BEGINNINGS, portfolio.choose(() -> "", own -> OWN)),
                row -> {
                    int bin = row.getInt("bin");
                    if (row.wasNull()) {
                        unscored[0] = row.getLong("clients");
                    } else {
                        bins.set(
                                bin,
                                new ScoreBin(
                                        from(bin),
                                        from(bin + 1),
                                        row.getLong("clients"),
                                        row.getLong("unassigned"),
                                        row.getBigDecimal("value")));
                    }
                },
                arguments(portfolio));
        return new Counted(List.copyOf(bins), unscored[0]);
    }

    TeamCapacity capacity(Portfolio portfolio) {
        return Objects.requireNonNull(jdbc.queryForObject(
                CAPACITY.formatted(portfolio.choose(() -> "", own -> OWN)),
                (row, index) -> new TeamCapacity(row.getLong("total"), row.getLong("load"), row.getLong("free")),
                arguments(portfolio)));
    }

    private static Object[] arguments(Portfolio portfolio) {
        return portfolio.choose(() -> new Object[0], own -> new Object[] {own});
    }

    private static double from(int bin) {
        return bin / (double) BINS;
    }
}
