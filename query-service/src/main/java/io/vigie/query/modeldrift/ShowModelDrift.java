package io.vigie.query.modeldrift;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.pmml.describe.Schema.Input;
import io.vigie.query.knownmodels.KnownModels;
import io.vigie.query.knownmodels.KnownVersion;
import io.vigie.query.knownmodels.ModelDocuments;
import io.vigie.query.knownmodels.ReadyModels;
import io.vigie.query.modeldrift.ModelDrift.Current;
import io.vigie.query.modeldrift.ModelDrift.Reference;
import io.vigie.query.trackprogress.Freshness;
import io.vigie.web.Rejected;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Models")
class ShowModelDrift {

    /** Records that the reference gets from a version's first days. */
    static final long FIRST_RECORDS = 1_000;

    private static final String FIRST = "first-records";

    private final KnownModels models;
    private final ModelDocuments documents;
    private final ReadyModels ready;
    private final ToldSketches sketches;
    private final Clock clock;

    /** Both windows are of one moment. */
    private final TransactionTemplate moment;

    /** Each goes over as many rows as there are days and partitions. */
    private final Semaphore places = new Semaphore(2);

    ShowModelDrift(
            KnownModels models,
            ModelDocuments documents,
            ReadyModels ready,
            ToldSketches sketches,
            DataSource views,
            Clock clock) {
        this.models = models;
        this.documents = documents;
        this.ready = ready;
        this.sketches = sketches;
        this.clock = clock;
        this.moment = new TransactionTemplate(new JdbcTransactionManager(views));
        this.moment.setReadOnly(true);
        this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Both windows, of which none has a record of the other. */
    private record Compared(Reference reference, Window before, Window now) {}

    @GetMapping("/api/models/{name}/versions/{version}/drift")
    @Operation(
            operationId = "showModelDrift",
            summary = "Whether what a version is given and what it answers has drifted",
            description = "Each client counts once a UTC day, with its first score of that day. The reference is the"
                    + " distribution of the training where the version's card tells it, otherwise the version's first"
                    + " days until there are 1,000 records; these are never in the window. No verdict (too-few) with"
                    + " fewer than 200 records on either side; drifted: a stability index (PSI) of 0.25 or more, watch:"
                    + " of 0.1 or more, each only with p below 0.01 in the test, or 15 and 5 points more or fewer of missing and"
                    + " invalid values. Numbers are known to 1 %.")
    ModelDrift show(
            @PathVariable String name,
            @PathVariable String version,
            @Parameter(
                            description = "the last days up to today (UTC); 7 unless told otherwise",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "400", defaultValue = "7"))
                    @RequestParam(required = false)
                    @Nullable
                    String days,
            @Parameter(
                            description = "first day (UTC), in place of days; 7 days in all unless told otherwise",
                            schema = @Schema(type = "string", format = "date"))
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(
                            description = "last day (UTC), in place of days; today unless told otherwise",
                            schema = @Schema(type = "string", format = "date"))
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            Freshness freshness) {
        AskedWindow asked = AskedWindow.of(days, from, to, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        KnownVersion known = models.version(name, version);
        List<Input> inputs = ready.any(known).schema().inputs();
        Compared compared = inTurn(known, asked, inputs);
        FieldDrift score = Judging.of(
                "score", false, compared.before().score(), compared.now().score());
        List<FieldDrift> fields = new ArrayList<>();
        Verdict worst = score.verdict();
        for (Input input : inputs) {
            FieldDrift field = Judging.of(
                    input.name(),
                    !input.optype().equals("continuous"),
                    compared.before().input(input.name()),
                    compared.now().input(input.name()));
            fields.add(field);
            worst = worst.orWorse(field.verdict());
        }
        return new ModelDrift(
                known.name(),
                known.version(),
                worst,
                new Current(asked.from(), asked.to(), compared.now().score().records()),
                compared.reference(),
                score,
                fields);
    }

    private Compared inTurn(KnownVersion version, AskedWindow asked, List<Input> inputs) {
        if (!places.tryAcquire()) {
            throw Rejected.notReady(
                    "busy", "Busy", "Others ask for drift already: ask again in a moment.", Duration.ofSeconds(1));
        }
        try {
            return Objects.requireNonNull(moment.execute(status -> compared(version, asked, inputs)));
        } finally {
            places.release();
        }
    }

    private Compared compared(KnownVersion version, AskedWindow asked, List<Input> inputs) {
        Window training = TrainingSketches.of(
                documents.of(version).card(), inputs.stream().map(Input::name).toList());
        if (training != null) {
            return new Compared(
                    new Reference("training", null, null, training.score().records()),
                    training,
                    sketches.between(version, asked.from(), asked.to()));
        }
        return sketches.first(version, FIRST_RECORDS)
                .map(first -> since(version, asked, first))
                .orElseGet(() -> new Compared(new Reference(FIRST, null, null, 0), Window.EMPTY, Window.EMPTY));
    }

    private Compared since(KnownVersion version, AskedWindow asked, AskedWindow first) {
        Window before = sketches.between(version, first.from(), first.to());
        LocalDate begin =
                asked.from().isAfter(first.to()) ? asked.from() : first.to().plusDays(1);
        return new Compared(
                new Reference(FIRST, first.from(), first.to(), before.score().records()),
                before,
                sketches.between(version, begin, asked.to()));
    }
}
