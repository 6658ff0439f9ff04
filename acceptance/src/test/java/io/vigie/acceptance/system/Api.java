package io.vigie.acceptance.system;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Vigie's public API over HTTP/1.1 as one person uses it, without any knowledge of what is behind it. */
public final class Api {

    private final HttpClient http;
    private final URI origin;
    private final Authorization authorization;

    /** By what a request is let in. */
    @FunctionalInterface
    public interface Authorization {

        /** The header of that name, empty for none. */
        String header(String method, String path) throws IOException;
    }

    public Api(URI origin, Authorization authorization) {
        this(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(2))
                        .build(),
                origin,
                authorization);
    }

    /** One address may have only so many connections: all that are made of one share them. */
    private Api(HttpClient http, URI origin, Authorization authorization) {
        this.http = http;
        this.origin = origin;
        this.authorization = authorization;
    }

    /** The same for somebody else: with that header, or as nobody when it is empty. */
    public Api as(String header) {
        return new Api(http, origin, (method, path) -> header);
    }

    /** The same at another address. */
    public Api at(URI other) {
        return new Api(http, other, authorization);
    }

    public URI origin() {
        return origin;
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, null, Map.of());
    }

    public Answer post(String path, Object body) throws IOException, InterruptedException {
        return send("POST", path, Json.write(body), Map.of());
    }

    public Answer put(String path, Object body) throws IOException, InterruptedException {
        return send("PUT", path, Json.write(body), Map.of());
    }

    public Answer delete(String path) throws IOException, InterruptedException {
        return send("DELETE", path, null, Map.of());
    }

    /** Sends one request; a header {@code Content-Type} replaces the default of JSON. */
    public Answer send(String method, String path, @Nullable String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(origin.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        authorize(request, method, path);
        headers.forEach(request::header);
        var response = http.send(request.build(), BodyHandlers.ofString());
        return Answer.of(response.statusCode(), response.headers(), response.body());
    }

    /** Asks for what has no end; who asked closes it. */
    public HttpResponse<InputStream> open(String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(origin.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Accept", "text/event-stream");
        authorize(request, "GET", path);
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofInputStream());
    }

    private void authorize(HttpRequest.Builder request, String method, String path) throws IOException {
        String header = authorization.header(method, path);
        if (!header.isEmpty()) {
            request.header("Authorization", header);
        }
    }

    /** Every item of a list that comes in pages. */
    public List<JsonNode> all(String path) throws IOException, InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        String next = path + (path.contains("?") ? "&" : "?") + "limit=500";
        while (!next.isEmpty()) {
            Answer page = get(next);
            if (page.status() != 200) {
                throw new IOException("%s answered %d: %s".formatted(next, page.status(), page.text()));
            }
            page.body().path("items").forEach(items::add);
            next = page.headers().firstValue("link").map(Api::next).orElse("");
        }
        return items;
    }

    private static String next(String link) {
        return link.contains("rel=\"next\"") ? link.substring(link.indexOf('<') + 1, link.indexOf('>')) : "";
    }
}
