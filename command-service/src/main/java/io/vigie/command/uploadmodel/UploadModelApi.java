package io.vigie.command.uploadmodel;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.command.eventstore.AggregateIds;
import io.vigie.command.model.ModelChecks;
import io.vigie.command.modelregistry.ModelDocument;
import io.vigie.command.modelregistry.ModelRegistry;
import io.vigie.command.platform.Checks;
import io.vigie.command.platform.CommandRequest;
import io.vigie.command.platform.Commands;
import io.vigie.command.platform.Subject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Models")
final class UploadModelApi {

    private final Commands commands;
    private final ModelRegistry registry;
    private final CheckingUpload checking;
    private final StoredBytes stored;

    UploadModelApi(Commands commands, ModelRegistry registry, CheckingUpload checking, StoredBytes stored) {
        this.commands = commands;
        this.registry = registry;
        this.checking = checking;
        this.stored = stored;
    }

    /** The parts of an upload that has more than the document. */
    @Schema(name = "ModelUpload", requiredProperties = "model")
    record Form(
            @Schema(types = "string", format = "binary", description = "PMML 3.2 to 4.4, at most 20,000,000 bytes")
            String model,

            @Schema(
                    types = "object",
                    description = "referencePoint and trainingRanges, as training writes reference.json")
            @Nullable
            Object reference,

            @Schema(types = "object", description = "the model card, any JSON object of at most 1 MB") @Nullable
            Object card,

            @Schema(maxLength = 500) @Nullable String note) {}

    /** What makes two uploads the same. */
    private record Sent(
            String sha256,
            String reference,
            @Nullable String card,
            @Nullable String note) {}

    @Operation(
            operationId = "uploadModel",
            summary =
                    "Upload a PMML document as the next version of a model; of churn, it scores once it gets an alias",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = "application/xml",
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(mediaType = "text/xml", schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = "multipart/form-data",
                                        schema = @Schema(implementation = Form.class))
                            }))
    @ApiResponse(
            responseCode = "201",
            description = "A new version; Location is its address, ETag the model's revision",
            content = @Content(schema = @Schema(implementation = UploadedModel.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The document is that version already; nothing was recorded",
            content = @Content(schema = @Schema(implementation = UploadedModel.class)))
    @PostMapping(
            path = "/api/models/{name}/versions",
            consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE, MediaType.MULTIPART_FORM_DATA_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<UploadedModel> post(
            @PathVariable String name,
            @Parameter(description = "what to say of it, at most 500 characters")
                    @RequestParam(required = false)
                    @Nullable
                    String note,
            HttpServletRequest body,
            CommandRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        String model = ModelChecks.addressedName(name);
        // A body may come slowly, so nobody's turn waits for it.
        try (StoredParts parts = StoredParts.of(body, stored)) {
            return checking.inTurn(() -> uploaded(model, ReceivedUpload.of(parts, note), request));
        }
    }

    private ResponseEntity<UploadedModel> uploaded(String model, ReceivedUpload received, CommandRequest request) {
        Checks checks = new Checks();
        String note = ModelChecks.note(checks, received.note());
        GivenReference reference = GivenReference.of(checks, received.reference());
        String card = UploadedJson.card(checks, received.card());
        checks.passed(received);
        String sha256 = Fingerprint.of(received.document());
        UploadModel command = registry.version(model, sha256).isPresent()
                ? new UploadModel(new ModelDocument(model, sha256, received.document(), "{}", null), null, note)
                : checking.checked(model, sha256, received.document(), reference, card, note);
        Subject<UploadedModel> subject = new Subject<>(
                "model",
                (id, revision, token) -> new UploadedModel(
                        model,
                        revision,
                        registry.version(model, sha256).orElseThrow(),
                        sha256,
                        model.equals(ChurnDemands.NAME),
                        token),
                (id, uploaded) -> Integer.toString(uploaded.version()));
        Sent same = new Sent(sha256, reference.json(), card, note);
        return commands.add(request, same, AggregateIds.ofModel(model), command, subject);
    }
}
