package io.vigie.standalone.api;

import io.vigie.standalone.Refusal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Somebody who signed in, for what no token can do; closing it signs them out. */
public final class Session implements AutoCloseable {

    private final Api api;

    private Session(Api api) {
        this.api = api;
    }

    /**
     * Signs somebody in, with one attempt, for each counts.
     *
     * @throws Problem when account and password don't belong together
     */
    public static Session begin(Api system, String account, String password) {
        Api nobody = new Api(system, Map.of());
        ObjectNode body =
                JsonMapper.shared().createObjectNode().put("accountId", account).put("password", password);
        HttpResponse<String> answer = nobody.once(nobody.request("/api/sign-in")
                .POST(BodyPublishers.ofString(body.toString()))
                .header("Content-Type", "application/json"));
        String cookie = answer.headers().firstValue("Set-Cookie").orElse("").split(";", 2)[0];
        String csrf = Api.json(answer).path("csrfToken").asString("");
        return new Session(new Api(system, Map.of("Cookie", cookie, "X-CSRF-Token", csrf)));
    }

    /** Asked by them. */
    public Api api() {
        return api;
    }

    @Override
    public void close() {
        try {
            api.command("POST", "/api/sign-out", null);
        } catch (Refusal unanswered) {
            // What was asked for is done; the cookie is gone with this process, and its session ends by itself.
        }
    }
}
