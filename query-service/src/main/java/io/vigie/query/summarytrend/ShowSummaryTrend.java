package io.vigie.query.summarytrend;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.query.platform.Asked;
import io.vigie.query.platform.Portfolio;
import io.vigie.query.summarytrend.SummaryTrend.MonthOfDepartures;
import io.vigie.query.trackprogress.Freshness;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Risk")
class ShowSummaryTrend {

    private static final int USUAL = 30;
    private static final int MOST = 366;

    private final Snapshots snapshots;
    private final Departures departures;
    private final Clock clock;

    ShowSummaryTrend(DataSource views, Clock clock) {
        this.snapshots = new Snapshots(new JdbcTemplate(views));
        this.departures = new Departures(new JdbcTemplate(views));
        this.clock = clock;
    }

    @GetMapping("/api/summary/trend")
    @Operation(
            operationId = "showSummaryTrend",
            summary = "How the summary has changed, and how many clients left in the last twelve months",
            description =
                    "A point for each hour of today and the three days before, and for each day (UTC) before those:"
                            + " what held last in it; hours in which Vigie didn't run have none. Who left counts in the month (UTC) in which that"
                            + " was recorded, unless it came back in the same month. A client that left is in nobody's portfolio:"
                            + " in an account manager's own trend left is 0 unless a client came back to it.")
    SummaryTrend show(
            @Parameter(
                            description = "how many days back; 30 unless told otherwise",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "366", defaultValue = "30"))
                    @RequestParam(required = false)
                    @Nullable
                    String days,
            Freshness freshness) {
        Portfolio portfolio = Portfolio.current();
        int told = Asked.number("days", days, USUAL, MOST);
        Instant now = clock.instant();
        List<MonthOfDepartures> byMonth = departures.upTo(now, portfolio);
        return new SummaryTrend(
                snapshots.since(now.minus(Duration.ofDays(told)), now, portfolio),
                byMonth,
                byMonth.get(byMonth.size() - 1).left());
    }
}
