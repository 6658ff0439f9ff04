package io.vigie.query.summarytrend;

import io.vigie.query.platform.Portfolio;
import io.vigie.query.platform.Together;
import io.vigie.query.summarytrend.SummaryTrend.MonthOfDepartures;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who left, by the month in which it was recorded. */
final class Departures {

    private static final int MONTHS = 12;

    private static final String BY_MONTH = """
            select to_char(d.time at time zone 'UTC', 'YYYY-MM') as month, count(distinct d.client_id) as has_left
            from client_event d
            where d.type = 'client-departed' and d.handled and d.time >= ?::timestamptz and not exists (
                select from client_event r
                where r.client_id = d.client_id and r.version > d.version and r.type = 'client-returned' and r.handled
                    and r.time < date_trunc('month', d.time, 'UTC') + interval '1 month')
            %s
            group by 1""";

    private static final String OWN =
            "and exists (select from client_view c where c.client_id = d.client_id and c.account_manager_id = ?)";

    private final JdbcTemplate jdbc;
    private final Together<Map<String, Long>> everybodys = new Together<>();

    Departures(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the month of {@code now} and those before it, oldest first. */
    List<MonthOfDepartures> upTo(Instant now, Portfolio portfolio) {
        YearMonth last = YearMonth.from(now.atZone(ZoneOffset.UTC));
        YearMonth first = last.minusMonths(MONTHS - 1);
        String beginning =
                first.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toString();
        Map<String, Long> left = portfolio.choose(
                () -> everybodys.ask(() -> byMonth(BY_MONTH.formatted(""), beginning)),
                own -> byMonth(BY_MONTH.formatted(OWN), beginning, own));
        return IntStream.range(0, MONTHS)
                .mapToObj(month -> first.plusMonths(month).toString())
                .map(month -> new MonthOfDepartures(month, left.getOrDefault(month, 0L)))
                .toList();
    }

    private Map<String, Long> byMonth(String sql, Object... arguments) {
        Map<String, Long> left = new HashMap<>();
        jdbc.query(
                sql,
                row -> {
                    left.put(row.getString("month"), row.getLong("has_left"));
                },
                arguments);
        return left;
    }
}
