package io.vigie.query.riskbysitesandyears;

import io.vigie.query.platform.Portfolio;
import io.vigie.query.riskbysitesandyears.RiskBySitesAndYears.SitesAndYears;
import io.vigie.query.riskbysitesandyears.RiskBySitesAndYears.SitesRange;
import io.vigie.query.riskbysitesandyears.RiskBySitesAndYears.YearsRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the database counts. Clients of the public churn file have 3 to 14 sites and 1 to 9 years; newer ones a few more. */
final class SitesAndYearsCounts {

    private static final int FEWEST = 3;
    private static final int MOST = 15;

    /** Years are those of {@link io.vigie.query.clientcard.ShownClient#years()}. */
    private static final String COUNTS = """
            select sites, years, count(*) as clients, count(*) filter (where band = 'high') as at_risk,
                avg(score) as average_score
            from (
                select greatest(%1$d, least(%2$d, num_sites)) as sites, band, score,
                    greatest(0, least(%2$d, floor(case when years_base is null
                        then (?::date - onboarded_on) / 365.25::float8
                        else years_base::float8 + (?::date - registered_on) / 365.25::float8 end)))::int as years
                from client_fact where status = 'active' %3$s) c
            group by 1, 2 order by 1, 2""";

    private final JdbcTemplate jdbc;

    SitesAndYearsCounts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<SitesAndYears> of(Portfolio portfolio, LocalDate today) {
        List<Object> arguments = new ArrayList<>(List.of(today, today));
        String own = portfolio.choose(() -> "", accountManagerId -> {
            arguments.add(accountManagerId);
            return "and account_manager_id = ?";
        });
        return jdbc.query(COUNTS.formatted(FEWEST, MOST, own), SitesAndYearsCounts::read, arguments.toArray());
    }

    private static SitesAndYears read(ResultSet row, int index) throws SQLException {
        int sites = row.getInt("sites");
        int years = row.getInt("years");
        return new SitesAndYears(
                new SitesRange(sites == FEWEST ? 0 : sites, sites == MOST ? null : sites),
                new YearsRange(years, years == MOST ? null : years + 1),
                row.getLong("clients"),
                row.getLong("at_risk"),
                row.getObject("average_score", Double.class));
    }
}
