package io.vigie.query.showmodelversion;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.contracts.model.ModelArtefact.Limits;
import io.vigie.pmml.describe.Schema;
import io.vigie.query.knownmodels.KnownModels;
import io.vigie.query.knownmodels.KnownVersion;
import io.vigie.query.knownmodels.ModelDocument;
import io.vigie.query.knownmodels.ModelDocuments;
import io.vigie.query.knownmodels.ReadyModels;
import io.vigie.query.trackprogress.Freshness;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@Tag(name = "Models")
class ShowModelVersion {

    private final KnownModels models;
    private final ModelDocuments documents;
    private final ReadyModels ready;

    ShowModelVersion(KnownModels models, ModelDocuments documents, ReadyModels ready) {
        this.models = models;
        this.documents = documents;
        this.ready = ready;
    }

    /**
     * A version with everything that is known of it.
     *
     * @param status {@code champion}, {@code challenger}, {@code shelved} or {@code retired}
     * @param sha256 of the document
     * @param bytes size of the document
     * @param modelType name of its PMML element
     * @param schema what it asks for and answers
     * @param referencePoint where explanations start from; empty when nobody knows
     * @param trainingRanges what training saw of the inputs that are numbers; empty when nobody knows
     * @param measures how good it was in its training, by name as {@code auc}; empty when the card doesn't say
     * @param card as whoever trained it wrote it, null for none
     */
    record ShownModelVersion(
            String name,
            int version,
            String status,
            String sha256,
            int bytes,
            String modelType,
            @Nullable String note,
            @Nullable String uploadedBy,
            Instant uploadedAt,
            Schema schema,
            Map<String, Object> referencePoint,
            Map<String, Limits> trainingRanges,
            Map<String, Measure> measures,

            @io.swagger.v3.oas.annotations.media.Schema(types = {"object", "null"}) @Nullable
            JsonNode card) {}

    @GetMapping("/api/models/{name}/versions/{version}")
    @Operation(
            operationId = "showModelVersion",
            summary = "A version of a model with its input schema, its reference and its card",
            description = "503 while the version is known and its document is still on its way.")
    ShownModelVersion show(@PathVariable String name, @PathVariable String version, Freshness freshness) {
        KnownVersion known = models.version(name, version);
        ModelDocument document = documents.of(known);
        return new ShownModelVersion(
                known.name(),
                known.version(),
                known.status(),
                known.sha256(),
                known.bytes(),
                known.modelType(),
                known.note(),
                known.uploadedBy(),
                known.uploadedAt(),
                ready.any(known).schema(),
                document.referencePoint(),
                document.trainingRanges(),
                Measure.of(document.card()),
                document.card());
    }
}
