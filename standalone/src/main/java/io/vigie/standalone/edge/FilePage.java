package io.vigie.standalone.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.JsonNode;

/**
 * A file from the class path. No page loads anything from another host, and none may be framed.
 *
 * @param type its media type
 * @param resource its absolute name on the class path
 */
record FilePage(String type, String resource) implements OwnPages.Page {

    private static final String OWN_HOST_ONLY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Override
    public void answer(Request request, JsonNode me, Response response, Callback callback) {
        response.getHeaders()
                .put("Content-Security-Policy", OWN_HOST_ONLY)
                .put(HttpHeader.CACHE_CONTROL, "private, max-age=3600");
        try (InputStream file = FilePage.class.getResourceAsStream(resource)) {
            if (file == null) {
                EdgeProblem.of(404).write(response, callback);
                return;
            }
            Answer.bytes(200, type, file.readAllBytes(), response, callback);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
