package io.vigie.standalone.edge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.JsonNode;

/** Small answers that the edge gives by itself. */
final class Answer {

    private Answer() {}

    static void json(int status, JsonNode body, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        bytes(status, "application/json", body.toString().getBytes(StandardCharsets.UTF_8), response, callback);
    }

    /** To another page of ours, with the cookies that a service wants to be kept or forgotten. */
    static void goOn(String path, HttpFields answered, Response response, Callback callback) {
        answered.getFields(HttpHeader.SET_COOKIE).forEach(response.getHeaders()::add);
        response.setStatus(303);
        response.getHeaders()
                .put(HttpHeader.LOCATION, path)
                .put(HttpHeader.CACHE_CONTROL, "no-store")
                .put(HttpHeader.CONTENT_LENGTH, 0);
        response.write(true, BufferUtil.EMPTY_BUFFER, callback);
    }

    static void bytes(int status, String type, byte[] body, Response response, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type).put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
