package io.vigie.command.testing;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP answer as a test wants to look at it. */
public record Answer(int status, HttpResponse<String> response) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response);
    }

    /** The body as JSON. */
    public JsonNode json() {
        return JSON.readTree(response.body());
    }

    /** A header, empty text when there is none. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The version in the body. */
    public long version() {
        return json().path("version").asLong();
    }

    /** The name of the problem, empty text when it isn't one. */
    public String problem() {
        boolean problem = header("Content-Type").startsWith("application/problem+json");
        return problem ? json().path("type").asString("").replace("/problems/", "") : "";
    }

    @Override
    public String toString() {
        return status + " " + response.body();
    }
}
