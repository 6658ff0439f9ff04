package io.vigie.query.evaluatemodel;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.pmml.AnyModel;
import io.vigie.pmml.describe.Schema.Input;
import io.vigie.query.knownmodels.KnownModels;
import io.vigie.query.knownmodels.KnownVersion;
import io.vigie.query.knownmodels.ReadyModels;
import io.vigie.query.reasonwords.AskedLanguage;
import io.vigie.query.trackprogress.Freshness;
import io.vigie.web.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Models")
class EvaluateModel {

    private static final String ADDRESS = "/api/models/{name}/versions/{version}/evaluations";
    private static final MediaType CSV = MediaType.parseMediaType("text/csv");
    private static final int MOST_JSON = 16 * 1024 * 1024;
    private static final int ON_DISK = 1;
    private static final int IN_MEMORY = 2;
    private static final int PATIENCE_SECONDS = 10;

    private final KnownModels models;
    private final ReadyModels ready;
    private final Evaluations evaluations;

    private final Spool spool;

    /**
     * Each is work for a processor and has its records on disk, or in memory, which takes twice the place. Taken only when all
     * was sent.
     */
    private final Semaphore places = new Semaphore(4, true);

    EvaluateModel(KnownModels models, ReadyModels ready, Evaluations evaluations, Spool spool) {
        this.models = models;
        this.ready = ready;
        this.evaluations = evaluations;
        this.spool = spool;
    }

    /**
     * What is asked.
     *
     * @param record by name of the input: a number, a text or a truth value; null and what isn't there is missing
     * @param records up to 10,000 such records instead
     * @param explain whether to say what each input did; for up to 100 records
     * @param background up to 100 records whose average explanations start from, instead of the reference point; then for
     *     up to 10 records
     */
    @Schema(name = "EvaluationRequest")
    record Wish(
            @Nullable Map<String, Object> record,
            @Nullable List<Map<String, Object>> records,
            @Nullable Boolean explain,
            @Nullable List<Map<String, Object>> background) {}

    /** The answers in the order of the records. */
    @Schema(name = "EvaluatedRecords")
    record Results(List<Evaluated> results) {}

    @PostMapping(
            path = ADDRESS,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "evaluateModel",
            summary = "What a version says of records",
            description =
                    "Records as JSON, or as a CSV file whose first row names the columns: then the answer is that file"
                            + " with a column for each output and a last one, problem. What is wrong with one record is told with"
                            + " it and changes nothing for the others; a single record without an answer is 422."
                            + " What each input did to the answer is told in words too, in English or French, by"
                            + " Accept-Language: of the model that scores clients as what it does to the risk.",
            requestBody =
                    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Wish.class))))
    @ApiResponse(
            responseCode = "200",
            description = "Of one record, or of all in their order",
            content = @Content(schema = @Schema(oneOf = {Evaluated.class, Results.class})))
    Object evaluate(
            @PathVariable String name, @PathVariable String version, Freshness freshness, HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        demandPlain(request, MediaType.APPLICATION_JSON);
        KnownVersion known = models.version(name, version);
        AnyModel model = ready.any(known);
        demandJson(request.getContentLengthLong());
        try (Sent sent = spool.take(request.getInputStream())) {
            demandJson(sent.size());
            enter(IN_MEMORY, sent);
            try {
                List<String> inputs =
                        model.schema().inputs().stream().map(Input::name).toList();
                AskedRecords asked = AskedRecords.read(sent.bytes(), inputs);
                List<Evaluated> results = evaluations.of(known, model, asked, AskedLanguage.of(request));
                return asked.single() ? single(results.get(0)) : new Results(results);
            } finally {
                places.release(IN_MEMORY);
            }
        }
    }

    @PostMapping(path = ADDRESS, consumes = "text/csv", produces = "text/csv")
    @Operation(
            operationId = "evaluateModel",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")))
    void evaluateFile(
            @PathVariable String name,
            @PathVariable String version,
            Freshness freshness,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, HttpMediaTypeNotSupportedException {
        demandPlain(request, CSV);
        AnyModel model = ready.any(models.version(name, version));
        try (Sent sent = spool.take(request.getInputStream())) {
            enter(ON_DISK, sent);
            try {
                RecordsFile file = RecordsFile.of(sent);
                RecordsAnswer answer = RecordsAnswer.of(model, file);
                response.setContentType("text/csv;charset=UTF-8");
                answer.write(file, response.getOutputStream());
            } finally {
                places.release(ON_DISK);
            }
        }
    }

    /** Whoever sent much waits a little, since that would have to be sent again. */
    private void enter(int room, Sent sent) {
        try {
            if (places.tryAcquire(room, sent.isSmall() ? 0 : PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw Rejected.notReady(
                "busy", "Busy", "Others evaluate models already: ask again in a moment.", Duration.ofSeconds(2));
    }

    private static Evaluated single(Evaluated result) {
        if (result.outputs() == null) {
            throw Rejected.unprocessable("no-answer", "No answer", String.valueOf(result.problem()));
        }
        return result;
    }

    private static void demandJson(long bytes) {
        if (bytes > MOST_JSON) {
            throw Rejected.tooLarge(
                            "too-large",
                            "Request too large",
                            "The body is larger than the " + MOST_JSON + " bytes taken as JSON: send a CSV file.")
                    .with("limit", MOST_JSON);
        }
    }

    /** Neither compressed nor in another encoding. */
    private static void demandPlain(HttpServletRequest request, MediaType type)
            throws HttpMediaTypeNotSupportedException {
        Charset charset = MediaType.parseMediaType(request.getContentType()).getCharset();
        String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (charset != null && !charset.equals(StandardCharsets.UTF_8) && !charset.equals(StandardCharsets.US_ASCII)
                || coding != null && !coding.equalsIgnoreCase("identity")) {
            throw new HttpMediaTypeNotSupportedException(type, List.of(type));
        }
    }
}
