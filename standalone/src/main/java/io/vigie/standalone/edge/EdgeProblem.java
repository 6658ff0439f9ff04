package io.vigie.standalone.edge;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.json.JsonMapper;

/**
 * A problem (RFC 9457) that the edge itself answers with.
 *
 * @param detail in our own words; never repeats what the caller sent
 */
record EdgeProblem(int status, String slug, String title, String detail) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static EdgeProblem of(int status) {
        return switch (status) {
            case 401 ->
                new EdgeProblem(
                        status,
                        "not-signed-in",
                        "Not signed in",
                        "Nobody gets this without signing in or a token: send one as Authorization: Bearer, ./vigie token"
                                + " prints it.");
            case 403 ->
                new EdgeProblem(status, "forbidden", "Not allowed", "The request was made by somebody without a role.");
            case 404 -> new EdgeProblem(status, "unknown", "Unknown address", "There is nothing at this address.");
            case 405 ->
                new EdgeProblem(
                        status,
                        "method-not-allowed",
                        "Method not allowed",
                        "This address doesn't take that method; the Allow header lists those it takes.");
            case 408 -> new EdgeProblem(status, "timeout", "Request timeout", "The request took too long to arrive.");
            case 413 ->
                new EdgeProblem(
                        status, "too-large", "Request too large", "The body is larger than what is taken here.");
            case 414 ->
                new EdgeProblem(
                        status, "address-too-long", "Address too long", "The address is longer than what is taken.");
            case 415 ->
                new EdgeProblem(status, "media-type", "Media type not taken", "This address takes a form of a page.");
            case 429 ->
                new EdgeProblem(
                        status,
                        "too-many-requests",
                        "Too many requests",
                        "There were too many requests from this address; wait a moment.");
            case 431 ->
                new EdgeProblem(
                        status,
                        "headers-too-large",
                        "Headers too large",
                        "The headers are larger than the 16 KB that are taken.");
            case 502 ->
                new EdgeProblem(
                        status, "broken-off", "Answer broken off", "The service broke off; try again in a moment.");
            case 503 ->
                new EdgeProblem(status, "not-ready", "Not ready", "The service isn't there; try again in a moment.");
            case 504 ->
                new EdgeProblem(
                        status, "no-answer", "No answer", "The service didn't answer in time; try again in a moment.");
            default ->
                status >= 500
                        ? new EdgeProblem(status, "internal", "Internal error", "Something went wrong on our side.")
                        : new EdgeProblem(
                                status,
                                "malformed",
                                "Malformed request",
                                "The request can't be understood as it was sent.");
        };
    }

    static EdgeProblem badToken() {
        return new EdgeProblem(
                401,
                "bad-token",
                "Token not taken",
                "The token is unknown, changed, revoked, not yet or no longer valid, or made for somebody else: get a new"
                        + " one.");
    }

    static EdgeProblem badAddress() {
        return new EdgeProblem(
                400,
                "bad-address",
                "Bad address",
                "The path has empty or dot segments, path parameters, encoded separators or broken encodings;"
                        + " leave them out.");
    }

    static EdgeProblem unknownHost() {
        return new EdgeProblem(
                421,
                "unknown-host",
                "Unknown host",
                "Vigie isn't known by this host name: ask for localhost, or let whoever runs it name the host in"
                        + " VIGIE_EDGE_HOSTS.");
    }

    static EdgeProblem foreignOrigin() {
        return new EdgeProblem(
                403, "foreign-origin", "Foreign origin", "Requests from the pages of other sites are refused.");
    }

    void write(Response response, Callback callback) {
        String id = UUID.randomUUID().toString();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "/problems/" + slug);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        body.put("instance", "urn:vigie:request:" + id);
        byte[] json = JSON.writeValueAsBytes(body);
        SafeHeaders.put(response.getRequest(), response);
        response.setStatus(status);
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, "application/problem+json")
                .put(HttpHeader.CACHE_CONTROL, "no-store")
                .put("X-Correlation-Id", id)
                .put(HttpHeader.CONTENT_LENGTH, json.length);
        if (status == 401) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer realm=\"vigie\"");
        }
        if (status == 429 || status == 502 || status == 503 || status == 504) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, 1);
        }
        response.write(true, ByteBuffer.wrap(json), callback);
    }
}
