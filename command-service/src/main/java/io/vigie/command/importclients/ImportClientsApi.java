package io.vigie.command.importclients;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.command.platform.Checks;
import io.vigie.command.platform.CommandRequest;
import io.vigie.command.platform.OnceOnly.Outcome;
import io.vigie.web.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Imports")
final class ImportClientsApi {

    private static final MediaType CSV = new MediaType("text", "csv");
    private static final int MOST = 500;

    private final ReceivingFile receiving;
    private final RunningImports running;
    private final ShownImports shown;

    ImportClientsApi(ReceivingFile receiving, RunningImports running, ShownImports shown) {
        this.receiving = receiving;
        this.running = running;
        this.shown = shown;
    }

    /** What a file became. */
    @Schema(name = "ImportAccepted")
    record Accepted(String importId) {}

    @Operation(
            operationId = "importClients",
            summary = "Import clients from a CSV file with the columns of the public churn file",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(
            responseCode = "202",
            description = "Received; Location tells how far it is",
            useReturnTypeSchema = true)
    @PostMapping(path = "/api/imports/clients", consumes = "text/csv", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Accepted> post(HttpServletRequest file, CommandRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        checkEncoding(file);
        Outcome outcome = receiving.receive(request, file.getInputStream());
        running.look();
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(outcome.status()).location(URI.create("/api/imports/" + outcome.id()));
        if (outcome.replayed()) {
            answer.header("Idempotency-Replayed", "true");
        }
        return answer.body(new Accepted(outcome.id()));
    }

    @Operation(operationId = "showImport", summary = "How far an import is, and which rows were rejected why")
    @GetMapping(path = "/api/imports/{importId}", produces = MediaType.APPLICATION_JSON_VALUE)
    ImportProgress get(
            @PathVariable String importId,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        String id = Checks.addressed("importId", importId);
        if (limit < 1 || limit > MOST) {
            throw Rejected.malformed("bad-parameter", "Bad parameter", "A parameter isn't what is asked for.")
                    .error("limit", "must be a whole number from 1 to " + MOST);
        }
        return shown.show(id, Cursor.line(cursor), limit)
                .orElseThrow(() ->
                        Rejected.unknown("import-not-found", "Import not found", "There is no import with this id."));
    }

    private static void checkEncoding(HttpServletRequest file) throws HttpMediaTypeNotSupportedException {
        MediaType type = MediaType.parseMediaType(file.getContentType());
        Charset charset = type.getCharset();
        String coding = file.getHeader(HttpHeaders.CONTENT_ENCODING);
        boolean utf8 =
                charset == null || charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII);
        if (!utf8 || (coding != null && !coding.equalsIgnoreCase("identity"))) {
            throw new HttpMediaTypeNotSupportedException(CSV, List.of(CSV));
        }
    }
}
