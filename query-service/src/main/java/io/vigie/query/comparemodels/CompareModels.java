package io.vigie.query.comparemodels;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.query.clientcard.BandMoves;
import io.vigie.query.comparemodels.Pairs.Figures;
import io.vigie.query.knownmodels.KnownModel;
import io.vigie.query.knownmodels.KnownModels;
import io.vigie.query.platform.Asked;
import io.vigie.query.trackprogress.Freshness;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Models")
class CompareModels {

    private static final int USUAL = 50;
    private static final int MOST = 1_000;
    private static final int FEW_DEPARTURES = 30;

    private final KnownModels models;
    private final JdbcTemplate jdbc;

    /** All figures are of one moment. */
    private final TransactionTemplate moment;

    CompareModels(KnownModels models, DataSource views) {
        this.models = models;
        this.jdbc = new JdbcTemplate(views);
        this.moment = new TransactionTemplate(new JdbcTransactionManager(views));
        this.moment.setReadOnly(true);
        this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @GetMapping("/api/models/{name}/comparison")
    @Operation(
            operationId = "compareModels",
            summary = "Champion and challenger side by side, on the clients that both have scored",
            description = "Outcomes go by the last scores before a client left against the present ones of those that"
                    + " stay. They say nothing of clients that the challenger hasn't scored, and who stays today may leave"
                    + " tomorrow: with a short time of observation they favour nobody, but are no measure of quality.")
    ModelComparison compare(
            @PathVariable String name,
            @Parameter(
                            description = "disagreements that are listed; 50 unless told otherwise",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "50"))
                    @RequestParam(required = false)
                    @Nullable
                    String limit,
            Freshness freshness) {
        int most = Asked.limit(limit, USUAL, MOST);
        KnownModel model = models.model(name);
        Integer champion = model.champion();
        Integer challenger = model.challenger();
        if (champion == null || challenger == null) {
            return new ModelComparison(
                    champion, challenger, 0, null, null, null, List.of(), new BandMoves().byBand(), List.of(), 0, null);
        }
        Pairs pairs = new Pairs(jdbc, name, champion, challenger);
        return Objects.requireNonNull(moment.execute(status -> compared(pairs, champion, challenger, most)));
    }

    private static ModelComparison compared(Pairs pairs, int champion, int challenger, int most) {
        Figures figures = pairs.figures();
        return new ModelComparison(
                champion,
                challenger,
                figures.clients(),
                figures.agreement(),
                figures.correlation(),
                figures.meanDifference(),
                pairs.scatter(),
                pairs.moves().byBand(),
                pairs.disagreements(most),
                figures.departures(),
                figures.departures() < FEW_DEPARTURES ? null : pairs.outcomes());
    }
}
