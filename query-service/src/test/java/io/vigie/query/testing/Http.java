package io.vigie.query.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Predicate;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as its callers see it. */
public final class Http {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String origin;
    private final @Nullable String authorization;

    /** On this machine, as whoever may ask for what is asked. */
    public Http(int port) {
        this("http://127.0.0.1:" + port, null);
    }

    private Http(String origin, @Nullable String authorization) {
        this.origin = origin;
        this.authorization = authorization;
    }

    /** Where it listens. */
    public int port() {
        return URI.create(origin).getPort();
    }

    /** The same service, asked with that header always. */
    public Http as(String header) {
        return new Http(origin, header);
    }

    /** An answer. */
    public record Answer(int status, HttpResponse<String> response) {

        /** The body as JSON. */
        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        /** A response header, or nothing. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** GET; the path as it goes over the wire. */
    public Answer get(String path) {
        return send("GET", path);
    }

    /** GET with a request header. */
    public Answer get(String path, String header, String value) {
        return send(as("GET", path).header(header, value));
    }

    /** POST of JSON with a request header. */
    public Answer post(String path, String body, String header, String value) {
        return send(as("POST", path)
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** POST of JSON, or of nothing. */
    public Answer post(String path, String body) {
        return body.isEmpty()
                ? send("POST", path)
                : send(as("POST", path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** POST of any type. */
    public Answer post(String path, String type, byte[] body) {
        return send(as("POST", path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** Any method without a body. */
    public Answer send(String method, String path) {
        return send(as(method, path).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder as(String method, String path) {
        return HttpRequest.newBuilder(URI.create(origin + path))
                .header("Authorization", authorization == null ? Tokens.forRequest(method, path) : authorization);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    client.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The live stream of these topics, or what is answered instead; names and values of headers in turn. */
    public Watcher watch(String topics, String... headers) {
        HttpRequest.Builder request = as("GET", "/api/stream" + (topics.isEmpty() ? "" : "?topics=" + topics));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return new Watcher(client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The first answer that is 200 and fulfils the condition; fails after 20 s. */
    public JsonNode until(String path, Predicate<JsonNode> condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Answer answer = get(path);
        while (answer.status() != 200 || !condition.test(answer.json())) {
            if (System.nanoTime() > end) {
                Assertions.fail(
                        "%s still answers %d %s",
                        path, answer.status(), answer.response().body());
            }
            pause();
            answer = get(path);
        }
        return answer.json();
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
