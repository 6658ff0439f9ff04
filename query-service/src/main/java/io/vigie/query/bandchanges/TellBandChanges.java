package io.vigie.query.bandchanges;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.pmml.Model;
import io.vigie.query.bandchanges.BandChanges.Count;
import io.vigie.query.bandchanges.Rescoring.Against;
import io.vigie.query.knownmodels.KnownModels;
import io.vigie.query.knownmodels.KnownVersion;
import io.vigie.query.knownmodels.ReadyModels;
import io.vigie.query.platform.Asked;
import io.vigie.query.trackprogress.Freshness;
import io.vigie.web.Rejected;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Models")
class TellBandChanges {

    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private final KnownModels models;
    private final ReadyModels ready;
    private final Rescoring rescoring;

    /** It reads all clients, and is asked for before a promotion: one at a time is enough. */
    private final Semaphore turn = new Semaphore(1);

    TellBandChanges(KnownModels models, ReadyModels ready, Rescoring rescoring) {
        this.models = models;
        this.ready = ready;
        this.rescoring = rescoring;
    }

    @GetMapping("/api/models/{name}/versions/{version}/band-changes")
    @Operation(
            operationId = "tellBandChanges",
            summary = "Which clients would change their band if this version scored them",
            description =
                    "Every active client whose risk a version of this model has said is scored anew with what its last"
                            + " score was given; nothing is changed. 422 when what this version answers is no risk of a"
                            + " client, or no client is scored by a model of this name; 503 while another one is being told.")
    BandChanges tell(
            @PathVariable String name,
            @PathVariable String version,
            @Parameter(
                            description = "clients that are listed; 100 unless told otherwise",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "100"))
                    @RequestParam(required = false)
                    @Nullable
                    String limit,
            Freshness freshness) {
        Count count = new Count(Asked.limit(limit, USUAL, MOST));
        KnownVersion known = models.version(name, version);
        Model model = ready.scoring(known);
        if (!turn.tryAcquire()) {
            throw Rejected.notReady(
                    "busy",
                    "Busy",
                    "Others ask for changes of bands already: ask again in a moment.",
                    Duration.ofSeconds(3));
        }
        try {
            Integer against =
                    rescoring.all(name, model, count).map(Against::champion).orElseGet(() -> championOfNobody(name));
            return count.told(known.version(), against);
        } finally {
            turn.release();
        }
    }

    /** There may be no client yet, but to compare clients with a model that scores others is no answer. */
    private @Nullable Integer championOfNobody(String name) {
        if (!models.scores(name)) {
            throw Rejected.unprocessable(
                            "scores-nobody", "Scores nobody", "No client's risk is said by a model of this name.")
                    .with("remedy", "Upload the version under the name of the model that scores the clients.");
        }
        return models.model(name).champion();
    }
}
