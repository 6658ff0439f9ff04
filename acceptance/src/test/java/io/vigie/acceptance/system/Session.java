package io.vigie.acceptance.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody in front of a browser who has signed in. */
public final class Session {

    private final Api api;
    private final String cookie;
    private final String csrfToken;

    private Session(Api api, String cookie, String csrfToken) {
        this.api = api.as("");
        this.cookie = cookie;
        this.csrfToken = csrfToken;
    }

    public static Session signIn(Api api, String account, String password) throws IOException, InterruptedException {
        Answer answer = attempt(api, account, password);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        String cookie = answer.header("Set-Cookie");
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
        return new Session(
                api,
                cookie.substring(0, cookie.indexOf(';')),
                answer.body().path("csrfToken").asString());
    }

    public static Answer attempt(Api api, String account, String password) throws IOException, InterruptedException {
        return api.as("").post("/api/sign-in", Map.of("accountId", account, "password", password));
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return api.send("GET", path, null, Map.of("Cookie", cookie));
    }

    public Answer post(String path, Object body) throws IOException, InterruptedException {
        return api.send("POST", path, Json.write(body), Map.of("Cookie", cookie, "X-CSRF-Token", csrfToken));
    }

    public Answer put(String path, Object body) throws IOException, InterruptedException {
        return api.send("PUT", path, Json.write(body), Map.of("Cookie", cookie, "X-CSRF-Token", csrfToken));
    }

    public Answer delete(String path) throws IOException, InterruptedException {
        return api.send("DELETE", path, null, Map.of("Cookie", cookie, "X-CSRF-Token", csrfToken));
    }

    /** As {@link #post} by a page that isn't ours. */
    public Answer postFromElsewhere(String path, Object body) throws IOException, InterruptedException {
        return api.send("POST", path, Json.write(body), Map.of("Cookie", cookie));
    }

    /** Sends one request from a page of ours. */
    public Answer send(URI origin, String method, String path, @Nullable String body, Map<String, String> more)
            throws IOException, InterruptedException {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Cookie", cookie);
        headers.put("X-CSRF-Token", csrfToken);
        return api.at(origin).send(method, path, body, headers);
    }

    /** The live stream of these topics, as a page of ours watches it. */
    public Watched watch(String topics) throws IOException, InterruptedException {
        return new Watched(api, topics, Map.of("Cookie", cookie));
    }

    /** One more try at the same; what was answered, and without a stream. */
    public Answer tryToWatch(String topics) throws IOException, InterruptedException {
        var stream = api.open("/api/stream?topics=" + topics, Map.of("Cookie", cookie));
        try (InputStream body = stream.body()) {
            // A stream has no end that could be waited for.
            String text = stream.statusCode() == 200 ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
            return Answer.of(stream.statusCode(), stream.headers(), text);
        }
    }

    /** Makes an account of that name, and signs it in. */
    public Session person(String account, List<String> roles, String accountManager)
            throws IOException, InterruptedException {
        String password = UUID.randomUUID().toString();
        Map<String, Object> wanted = new HashMap<>(Map.of("accountId", account, "roles", roles, "password", password));
        if (!accountManager.isEmpty()) {
            wanted.put("accountManagerId", accountManager);
        }
        made(post("/api/accounts", wanted));
        return signIn(api, account, password);
    }

    /** The session's own text, which nobody else may learn. */
    public String secret() {
        return cookie.substring(cookie.indexOf('=') + 1);
    }

    /** A token for a program that looks after the clients of an account manager. */
    public String tokenOfAccountManager(String account, String accountManager)
            throws IOException, InterruptedException {
        made(post(
                "/api/accounts",
                Map.of("accountId", account, "roles", List.of("account-manager"), "accountManagerId", accountManager)));
        return made(post("/api/accounts/" + account + "/tokens", token("account-manager")))
                .path("token")
                .asString();
    }

    /** A token of one's own: its id and its text. */
    public JsonNode ownToken(String role) throws IOException, InterruptedException {
        return made(post("/api/tokens", token(role)));
    }

    private static Map<String, String> token(String role) {
        String tomorrow = Clock.systemUTC().instant().plus(Duration.ofDays(1)).toString();
        return Map.of("name", "of the tests", "role", role, "endsAt", tomorrow);
    }

    private static JsonNode made(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.body();
    }
}
