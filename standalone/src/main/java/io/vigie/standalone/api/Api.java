package io.vigie.standalone.api;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.Target;
import io.vigie.standalone.supervisor.DataFolder;
import io.vigie.standalone.supervisor.PartName;
import io.vigie.standalone.supervisor.Ports;
import io.vigie.standalone.up.Launch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public REST API of one system. What is refused becomes a {@link Problem}; what is not ready, or in the middle of a
 * restart, is asked again for some seconds.
 */
public final class Api {

    private static final int LARGEST_PAGE = 500;
    private static final int ATTEMPTS = 8;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final DataFolder folder;
    private final URI base;
    private final Role role;
    private final boolean own;
    private Optional<String> token = Optional.empty();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /**
     * The system that a verb means, in the role that the verb needs: the port is the one in the data folder's records unless
     * another is given.
     */
    public Api(Target target, Role role) {
        this.folder = new DataFolder(target.data());
        Integer recorded = Ports.recorded(folder, PartName.EDGE);
        int port = recorded != null && target.port() == 8080 ? recorded : target.port();
        this.base = URI.create("http://127.0.0.1:" + port);
        this.role = role;
        this.own = recorded != null && recorded == port;
    }

    /** Where people find it. */
    public URI address() {
        return URI.create("http://localhost:" + base.getPort());
    }

    /** A text as a path segment. */
    public static String segment(String text) {
        return Query.encoded(text);
    }

    /** Whether it answers and all of its parts are up. */
    public boolean isHealthy() {
        try {
            return client.send(request("/api/health").build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    /** The body of the answer to GET. */
    public JsonNode get(String path, Query query) {
        return exchange("GET", path + query, null, null);
    }

    /** The first {@code most} items of a list that comes in pages. */
    public List<JsonNode> items(String path, Query query, int most) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = null;
        do {
            JsonNode page = get(
                    path,
                    query.with("limit", Math.min(LARGEST_PAGE, most - items.size()))
                            .with("cursor", cursor));
            page.path("items").forEach(items::add);
            cursor = page.path("next").isString() ? page.path("next").stringValue() : null;
        } while (cursor != null && items.size() < most);
        return items;
    }

    /** The body of the answer to a command; sent again under one idempotency key when the answer got lost. */
    public JsonNode command(String method, String path, @Nullable JsonNode body) {
        return exchange(method, path, body, UUID.randomUUID().toString());
    }

    /** Posts a file as it is read, once. */
    public JsonNode upload(String path, BodyPublisher file, String type) {
        HttpRequest request =
                request(path).header("Content-Type", type).POST(file).build();
        try {
            return accepted(client.send(request, BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw Absent.of(folder, failed);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private JsonNode exchange(String method, String path, @Nullable JsonNode body, @Nullable String key) {
        HttpRequest.Builder request = request(path)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
                if (!passes(answer.statusCode()) || attempt == ATTEMPTS) {
                    return accepted(answer);
                }
            } catch (IOException failed) {
                if (attempt == ATTEMPTS || !Launch.isUp(folder)) {
                    throw Absent.of(folder, failed);
                }
            } catch (InterruptedException interrupted) {
                throw interrupted(interrupted);
            }
            pause(Math.min(2_000, 100L << attempt));
        }
    }

    /** Whether it may well go another way in a moment. */
    private static boolean passes(int status) {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofMinutes(10))
                .header("Accept", "application/json, application/problem+json");
        token().ifPresent(text -> request.header("Authorization", "Bearer " + text));
        return request;
    }

    /** Only to the folder's own system, once it runs: whatever else listens somewhere shall not learn it. */
    private synchronized Optional<String> token() {
        if (own && token.isEmpty() && Launch.isUp(folder)) {
            token = Credentials.of(folder).token(role.toString());
        }
        return token;
    }

    private static JsonNode accepted(HttpResponse<String> answer) {
        JsonNode body;
        try {
            body = JSON.readTree(answer.body());
        } catch (JacksonException notOurs) {
            throw new Refusal(
                    "What answers on port " + answer.uri().getPort() + " isn't Vigie: check --port.", 1, notOurs);
        }
        if (answer.statusCode() >= 400) {
            throw Problem.of(answer.statusCode(), body);
        }
        return body;
    }

    private static Refusal interrupted(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new Refusal("Interrupted.", 1, interrupted);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }
}
