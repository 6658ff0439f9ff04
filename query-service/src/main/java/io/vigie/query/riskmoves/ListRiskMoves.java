package io.vigie.query.riskmoves;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.query.clientcard.ClientCards;
import io.vigie.query.clientcard.ShownClient;
import io.vigie.query.platform.Asked;
import io.vigie.query.platform.Page;
import io.vigie.query.platform.Portfolio;
import io.vigie.query.reasonwords.AskedLanguage;
import io.vigie.query.reasonwords.ModelInputs;
import io.vigie.query.riskmoves.MoveFilter.Counts;
import io.vigie.query.riskmoves.RiskMoves.MovedRisk;
import io.vigie.query.trackprogress.Freshness;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Risk")
class ListRiskMoves {

    private static final Duration USUAL = Duration.ofDays(1);

    private final ClientCards clients;
    private final ModelInputs inputs;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    ListRiskMoves(ClientCards clients, ModelInputs inputs, DataSource views, Clock clock) {
        this.clients = clients;
        this.inputs = inputs;
        this.jdbc = new JdbcTemplate(views);
        this.clock = clock;
    }

    @GetMapping("/api/risk/moves")
    @Operation(
            operationId = "listRiskMoves",
            summary = "Active clients whose band changed, the latest change first",
            description = "Of each client the last change, by whatever made it: an event, time, or another champion. A"
                    + " client's first score is none, and time without a score isn't either: what held before and after it"
                    + " is compared. up and down count both directions, on all pages.")
    ResponseEntity<RiskMoves> list(
            @Parameter(
                            description = "the earliest change; 24 hours ago unless told otherwise",
                            schema = @Schema(type = "string", format = "date-time"))
                    @RequestParam(required = false)
                    @Nullable
                    String since,
            @Parameter(
                            description = "up: into a higher band; both unless told otherwise",
                            schema = @Schema(allowableValues = {"up", "down"}))
                    @RequestParam(required = false)
                    @Nullable
                    String direction,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            Freshness freshness,
            HttpServletRequest request) {
        Portfolio portfolio = Portfolio.current();
        Instant now = clock.instant();
        MoveFilter filter = new MoveFilter(
                Asked.instant("since", since, now.minus(USUAL)), Asked.oneOf("direction", direction, "up", "down"));
        int most = Asked.limit(limit);
        MovePosition position = new MovePosition(since, direction);
        var found = clients.findBy(
                filter.in(portfolio, position.after(cursor)),
                query -> query.sortBy(MovePosition.ORDER).limit(most + 1).all());
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Locale language = AskedLanguage.of(request);
        ResponseEntity<Page<MovedRisk>> page = Page.answer(
                found,
                most,
                card -> MovedRisk.of(card, ShownClient.of(card, today, inputs, language)),
                position::cursor);
        Counts counts = filter.counts(jdbc, portfolio);
        Page<MovedRisk> shown = Objects.requireNonNull(page.getBody());
        return ResponseEntity.ok()
                .headers(page.getHeaders())
                .body(new RiskMoves(shown.items(), shown.next(), counts.up(), counts.down()));
    }
}
