package io.vigie.acceptance.system;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What an HTTP request brought back.
 *
 * @param body the JSON body, a missing node when there was none or it wasn't JSON
 * @param text the body as it came
 */
public record Answer(int status, HttpHeaders headers, JsonNode body, String text) {

    static Answer of(int status, HttpHeaders headers, String text) {
        JsonNode body = MissingNode.getInstance();
        if (headers.firstValue("content-type").orElse("").contains("json")) {
            body = Json.parse(text);
        }
        return new Answer(status, headers, body, text);
    }

    public boolean succeeded() {
        return status / 100 == 2;
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The last part of a problem's type, empty when the answer is no problem. */
    public String problem() {
        String type = body.path("type").asString("");
        return type.substring(type.lastIndexOf('/') + 1);
    }
}
