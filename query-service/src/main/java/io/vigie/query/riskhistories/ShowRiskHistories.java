package io.vigie.query.riskhistories;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.query.platform.Asked;
import io.vigie.query.platform.Portfolio;
import io.vigie.query.riskhistories.RiskHistories.RiskHistory;
import io.vigie.query.riskhistories.RiskHistories.RiskPoint;
import io.vigie.query.trackprogress.Freshness;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Risk")
class ShowRiskHistories {

    private static final int MOST = 100;

    /** A departure ends the line; it is no answer that is missing. */
    private static final String POINTS = """
            select c.client_id, s.scored_at, s.probability
            from unnest(?::text[]) with ordinality as asked (client_id, place)
            join client_view c on c.client_id = asked.client_id and c.status <> 'unknown'
            left join lateral (
                select score_sequence, scored_at, probability from client_score
                where client_id = c.client_id and handled and outcome <> 'departed'
                order by score_sequence desc limit 30) s on true
            %s
            order by asked.place, s.score_sequence""";

    private final JdbcTemplate jdbc;

    ShowRiskHistories(DataSource views) {
        this.jdbc = new JdbcTemplate(views);
    }

    @GetMapping("/api/risk/histories")
    @Operation(
            operationId = "showRiskHistories",
            summary = "The latest 30 scores of some clients, oldest first",
            description = "Clients in the order in which they are asked for; one that isn't there is left out.")
    RiskHistories show(
            @Parameter(
                            description = "1 to 100 ids with commas between them",
                            schema = @Schema(type = "string", pattern = "[A-Za-z0-9._-]{1,64}(,[A-Za-z0-9._-]{1,64})*"))
                    @RequestParam(required = false)
                    @Nullable
                    String clientIds,
            Freshness freshness) {
        Portfolio portfolio = Portfolio.current();
        String[] asked = asked(clientIds);
        return portfolio.choose(
                () -> histories(POINTS.formatted(""), (Object) asked),
                own -> histories(POINTS.formatted("where c.account_manager_id = ?"), asked, own));
    }

    private static String[] asked(@Nullable String clientIds) {
        String[] ids = clientIds == null ? new String[0] : clientIds.split(",", -1);
        if (ids.length < 1 || ids.length > MOST) {
            throw Asked.bad("clientIds", "must be 1 to " + MOST + " ids with commas between them");
        }
        Stream.of(ids).forEach(id -> Asked.name("clientIds", id));
        return Stream.of(ids).distinct().toArray(String[]::new);
    }

    private RiskHistories histories(String sql, Object... arguments) {
        Map<String, List<RiskPoint>> points = new LinkedHashMap<>();
        jdbc.query(
                sql,
                row -> {
                    List<RiskPoint> own = points.computeIfAbsent(row.getString(1), id -> new ArrayList<>());
                    OffsetDateTime at = row.getObject(2, OffsetDateTime.class);
                    if (at != null) {
                        own.add(new RiskPoint(at.toInstant(), row.getObject(3, Double.class)));
                    }
                },
                arguments);
        return new RiskHistories(points.entrySet().stream()
                .map(one -> new RiskHistory(one.getKey(), List.copyOf(one.getValue())))
                .toList());
    }
}
