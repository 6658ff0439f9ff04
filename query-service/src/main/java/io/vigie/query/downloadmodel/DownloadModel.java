package io.vigie.query.downloadmodel;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.query.knownmodels.KnownModels;
import io.vigie.query.knownmodels.KnownVersion;
import io.vigie.query.knownmodels.ModelDocuments;
import io.vigie.query.trackprogress.Freshness;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Models")
class DownloadModel {

    private final KnownModels models;
    private final ModelDocuments documents;

    DownloadModel(KnownModels models, ModelDocuments documents) {
        this.models = models;
        this.documents = documents;
    }

    @GetMapping(path = "/api/models/{name}/versions/{version}/document", produces = MediaType.APPLICATION_XML_VALUE)
    @Operation(operationId = "downloadModel", summary = "The document of a version, byte by byte as it was uploaded")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_XML_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> download(@PathVariable String name, @PathVariable String version, Freshness freshness) {
        KnownVersion known = models.version(name, version);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                // Never opened by a browser under our address, whatever is in it.
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(known.name() + "-" + known.version() + ".pmml")
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(documents.of(known).bytes());
    }
}
