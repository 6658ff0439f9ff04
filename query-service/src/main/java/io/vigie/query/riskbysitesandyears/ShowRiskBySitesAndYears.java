package io.vigie.query.riskbysitesandyears;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.query.platform.Portfolio;
import io.vigie.query.platform.Together;
import io.vigie.query.trackprogress.Freshness;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Risk")
class ShowRiskBySitesAndYears {

    private final SitesAndYearsCounts counts;
    private final Clock clock;
    private final Together<RiskBySitesAndYears> everybodys = new Together<>();

    ShowRiskBySitesAndYears(DataSource views, Clock clock) {
        this.counts = new SitesAndYearsCounts(new JdbcTemplate(views));
        this.clock = clock;
    }

    @GetMapping("/api/risk/by-sites-and-years")
    @Operation(
            operationId = "showRiskBySitesAndYears",
            summary = "What is at risk by sites and years as a client",
            description = "Active clients. Sites are whole numbers, both ends of a range belong to it: at most 3, each"
                    + " number from 4 to 14, at least 15. Years are those of today (UTC), a range is without its upper end:"
                    + " each year up to 15, and all above. Ranges without a client are left out.")
    RiskBySitesAndYears show(Freshness freshness) {
        Portfolio portfolio = Portfolio.current();
        return portfolio.choose(() -> everybodys.ask(() -> of(portfolio)), own -> of(portfolio));
    }

    private RiskBySitesAndYears of(Portfolio portfolio) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new RiskBySitesAndYears(counts.of(portfolio, today));
    }
}
