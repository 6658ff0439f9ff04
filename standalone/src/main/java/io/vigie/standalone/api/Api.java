package io.vigie.standalone.api;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.Target;
import io.vigie.standalone.supervisor.DataFolder;
import io.vigie.standalone.supervisor.PartName;
import io.vigie.standalone.supervisor.Ports;
import io.vigie.standalone.up.Launch;
import java.io.IOException;
import java.io.PrintWriter;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public REST API of one system. What is refused becomes a {@link Problem}; what is not ready, or in the middle of a
 * restart, is asked again for some seconds, which is told.
 */
public final class Api {

    private static final int LARGEST_PAGE = 500;

    /** Since the first question: an answer that came late isn't waited for again. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final DataFolder folder;
    private final URI base;
    private final @Nullable Role role;
    private final Map<String, String> proof;
    private final boolean own;
    private final PrintWriter err;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
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
        this.proof = Map.of();
        this.own = recorded != null && recorded == port;
        this.err = target.err();
    }

    /** The same system, asked with these headers instead of a token. */
    Api(Api other, Map<String, String> proof) {
        this.folder = other.folder;
        this.base = other.base;
        this.role = null;
        this.proof = proof;
        this.own = other.own;
        this.err = other.err;
    }

    /** What was answered, and whether that was something new (201) or there already (200). */
    public record Answer(int status, JsonNode body) {}

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
        return json(exchange(request(path + query).GET()));
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
        HttpRequest.Builder request = request(path)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return json(exchange(request));
    }

    /** Posts what is held in memory; sent again under one idempotency key when the answer got lost. */
    public Answer post(String path, byte[] content, String type) {
        HttpResponse<String> answer = exchange(request(path)
                .POST(BodyPublishers.ofByteArray(content))
                .header("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString()));
        return new Answer(answer.statusCode(), json(answer));
    }

    /** Asks something that changes nothing, to be answered in that language where the answer has texts. */
    public JsonNode question(String path, JsonNode body, Locale language) {
        return json(exchange(request(path)
                .POST(BodyPublishers.ofString(body.toString()))
                .header("Content-Type", "application/json")
                .header("Accept-Language", language.toLanguageTag())));
    }

    /** Asks something that changes nothing about the rows of a CSV file; the rows of the answer. */
    public String question(String path, String csv) {
        return exchange(request(path)
                        .POST(BodyPublishers.ofString(csv))
                        .header("Content-Type", "text/csv;charset=utf-8")
                        .setHeader("Accept", "text/csv, application/problem+json"))
                .body();
    }

    /** Posts a file as it is read, once. */
    public JsonNode upload(String path, BodyPublisher file, String type) {
        return json(once(request(path).header("Content-Type", type).POST(file)));
    }

    HttpResponse<String> once(HttpRequest.Builder request) {
        try {
            return accepted(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw Absent.of(folder, failed);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        long begun = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            long pause = Math.min(2_000, 100L << Math.min(10, attempt));
            boolean last = System.nanoTime() - begun + pause * 1_000_000 > PATIENCE.toNanos();
            try {
                HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
                last |= System.nanoTime() - begun + pause * 1_000_000 > PATIENCE.toNanos();
                if (!passes(answer.statusCode()) || last) {
                    return accepted(answer);
                }
                tell(Problem.of(answer.statusCode(), json(answer)).getMessage());
            } catch (IOException failed) {
                if (last || !Launch.isUp(folder)) {
                    throw Absent.of(folder, failed);
                }
                tell(Absent.of(folder, failed).getMessage());
            } catch (InterruptedException interrupted) {
                throw interrupted(interrupted);
            }
            pause(pause);
        }
    }

    /** Each reason once: a verb may ask many things at the same time. */
    private void tell(@Nullable String why) {
        if (told.add(String.valueOf(why))) {
            err.println("Waiting up to " + PATIENCE.toSeconds() + " s: " + why);
        }
    }

    /** Whether it may well go another way in a moment. */
    private static boolean passes(int status) {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofMinutes(10))
                .header("Accept", "application/json, application/problem+json");
        proof.forEach(request::header);
        token().ifPresent(text -> request.header("Authorization", "Bearer " + text));
        return request;
    }

    /** Only to the folder's own system, once it runs: whatever else listens somewhere shall not learn it. */
    private synchronized Optional<String> token() {
        if (role != null && own && token.isEmpty() && Launch.isUp(folder)) {
            token = Credentials.of(folder).token(role.toString());
        }
        return token;
    }

    private static HttpResponse<String> accepted(HttpResponse<String> answer) {
        if (answer.statusCode() >= 400) {
            throw Problem.of(answer.statusCode(), json(answer));
        }
        return answer;
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException notOurs) {
            throw new Refusal(
                    "What answers on port " + answer.uri().getPort() + " isn't Vigie: check --port.", 1, notOurs);
        }
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
