package io.vigie.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.databind.json.JsonMapper;

/** The problem for a status that was decided outside of our own code, and the way it is written. */
final class Problems {

    static final String TYPES = "/problems/";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    private Problems() {}

    static ProblemDetail of(int status) {
        return switch (status) {
            case 400 -> of(status, "malformed", "Malformed request", "The request can't be understood as it was sent.");
            case 404 -> of(status, "unknown", "Unknown address", "There is nothing at this address.");
            case 405 ->
                of(
                        status,
                        "method-not-allowed",
                        "Method not allowed",
                        "This address doesn't take that method; the Allow header lists those it takes.");
            case 406 ->
                of(
                        status,
                        "not-acceptable",
                        "Not acceptable",
                        "The answer isn't offered in the type that is accepted.");
            case 408 -> of(status, "timeout", "Request timeout", "The request took too long to arrive.");
            case 413 -> of(status, "too-large", "Request too large", "The body is larger than what is taken here.");
            case 414 -> of(status, "address-too-long", "Address too long", "The address is longer than what is taken.");
            case 415 ->
                of(
                        status,
                        "unsupported-media-type",
                        "Unsupported media type",
                        "The body isn't of a type that is taken here; the Accept header lists those that are.");
            case 422 -> of(status, "unusable", "Unusable content", "The request is well-formed, but can't be used.");
            case 431 ->
                of(status, "headers-too-large", "Headers too large", "The headers are larger than what is taken.");
            case 501 -> of(status, "not-implemented", "Not implemented", "That method isn't known here.");
            case 503 ->
                of(status, "not-ready", "Not ready", "This can't be answered right now; try again in a moment.");
            default ->
                status < 500
                        ? of(status, "rejected", "Request rejected", "The request can't be served as it was sent.")
                        : of(
                                status,
                                "internal",
                                "Internal error",
                                "Something went wrong on our side; the correlation id finds it in the log.");
        };
    }

    private static ProblemDetail of(int status, String slug, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), detail);
        problem.setType(URI.create(TYPES + slug));
        problem.setTitle(title);
        return problem;
    }

    /** Names the occurrence by the correlation id, never by the address: that would be raw input. */
    static ProblemDetail occurred(ProblemDetail problem, String correlationId) {
        problem.setInstance(URI.create("urn:vigie:request:" + correlationId));
        return problem;
    }

    static byte[] json(ProblemDetail problem) {
        return JSON.writeValueAsBytes(problem);
    }

    static void write(HttpServletResponse response, ProblemDetail problem, HttpHeaders headers) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] body = json(problem);
        response.resetBuffer();
        response.setStatus(problem.getStatus());
        headers.forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
