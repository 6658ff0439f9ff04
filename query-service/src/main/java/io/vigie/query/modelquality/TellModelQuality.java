package io.vigie.query.modelquality;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.query.knownmodels.KnownModels;
import io.vigie.query.knownmodels.KnownVersion;
import io.vigie.query.modelquality.Judgement.Told;
import io.vigie.query.modelquality.ModelQuality.SoFar;
import io.vigie.query.platform.Asked;
import io.vigie.query.trackprogress.Freshness;
import io.vigie.web.Rejected;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Models")
class TellModelQuality {

    private static final int USUAL = 12;
    private static final int MOST_MONTHS = 120;
    private static final int MOST_WINDOW = 36;
    private static final int FETCHED = 10_000;

    /** Less than what the server lets a transaction last. */
    private static final Duration MOST = Duration.ofSeconds(12);

    private final KnownModels models;
    private final WatchingSettings settings;
    private final Clock clock;
    private final JdbcTemplate jdbc;
    private final Duration most;

    /** All figures are of one moment. */
    private final TransactionTemplate moment;

    /** It goes over many scores, and what it tells changes in days: one at a time is enough. */
    private final Semaphore turn = new Semaphore(1);

    @Autowired
    TellModelQuality(KnownModels models, WatchingSettings settings, Clock clock, DataSource views) {
        this(models, settings, clock, views, MOST);
    }

    TellModelQuality(KnownModels models, WatchingSettings settings, Clock clock, DataSource views, Duration most) {
        this.models = models;
        this.settings = settings;
        this.clock = clock;
        this.most = most;
        this.jdbc = new JdbcTemplate(views);
        this.jdbc.setFetchSize(FETCHED);
        this.moment = new TransactionTemplate(new JdbcTransactionManager(views));
        this.moment.setReadOnly(true);
        this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.moment.setTimeout((int) MOST.toSeconds());
    }

    @GetMapping("/api/models/{name}/versions/{version}/quality")
    @Operation(
            operationId = "tellModelQuality",
            summary = "What became of the scores that this version gave as champion",
            description = "Of each client the first score of each calendar month (UTC) is judged, so that clients with"
                    + " many events don't weigh more. It left when a departure was recorded after the score and within"
                    + " the horizon, also when it came back; it stayed when the horizon is over without. Only scores"
                    + " whose horizon is over are measured: who leaves is known at once, who stays only then. Measures"
                    + " need ten clients of either outcome. 503 while another one is being told.")
    ModelQuality tell(
            @PathVariable String name,
            @PathVariable String version,
            @Parameter(
                            description = "months of scores that are told of, up to the last with an outcome; 12 unless"
                                    + " told otherwise",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "120", defaultValue = "12"))
                    @RequestParam(required = false)
                    @Nullable
                    String months,
            @Parameter(
                            description = "months that each point of rolling is of; 12 unless told otherwise",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "36", defaultValue = "12"))
                    @RequestParam(required = false)
                    @Nullable
                    String window,
            Freshness freshness) {
        int told = Asked.number("months", months, USUAL, MOST_MONTHS);
        int wide = Asked.number("window", window, USUAL, MOST_WINDOW);
        KnownVersion known = models.version(name, version);
        if (!turn.tryAcquire()) {
            throw Rejected.notReady(
                    "busy",
                    "Busy",
                    "Others ask what became of scores already: ask again in a moment.",
                    Duration.ofSeconds(3));
        }
        try {
            return told(known, told, wide);
        } catch (QueryTimeoutException | TransactionTimedOutException late) {
            throw Limits.tooMuch();
        } finally {
            turn.release();
        }
    }

    private ModelQuality told(KnownVersion known, int told, int wide) {
        Instant asOf = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Duration horizon = settings.horizon();
        Limits limits = Limits.within(most);
        ScoredClients scored = new ScoredClients(jdbc, limits, known.name(), known.version(), asOf, horizon);
        Months months = Months.upTo(asOf.minus(horizon), told, wide);
        Judgement judgement = new Judgement(months);
        SoFar soFar = Objects.requireNonNull(moment.execute(status -> {
            scored.matured(months, judgement::take);
            return scored.open();
        }));
        Told judged = judgement.told(limits);
        return new ModelQuality(
                known.name(),
                known.version(),
                asOf,
                horizon.toDays(),
                told,
                wide,
                judged.matured(),
                judged.calibration(),
                judged.rolling(),
                soFar);
    }
}
