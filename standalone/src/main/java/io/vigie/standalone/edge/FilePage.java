package io.vigie.standalone.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A file from the class path. No page loads anything from another host, and none may be framed. One that was packed
 * beforehand, as NAME.gz beside it, is sent so to whoever takes it.
 *
 * @param type its media type
 * @param resource its absolute name on the class path
 * @param cached what {@code Cache-Control} says
 * @param formsTo where forms of the page may go, a source of the content security policy
 */
record FilePage(String type, String resource, String cached, String formsTo) implements OwnPages.Page {

    private static final String OWN_HOST_ONLY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action ";

    /** One that may be another after an upgrade. */
    FilePage(String type, String resource) {
        this(type, resource, "private, max-age=3600", "'none'");
    }

    /** One whose name changes with what is in it. */
    static FilePage unchanging(String type, String resource) {
        return new FilePage(type, resource, "private, max-age=31536000, immutable", "'none'");
    }

    /** The document of a page that leads to such files, with forms of ours. */
    static FilePage document(String resource) {
        return new FilePage("text/html;charset=utf-8", resource, "no-store", "'self'");
    }

    @Override
    public void answer(Request request, JsonNode me, Response response, Callback callback) {
        response.getHeaders()
                .put("Content-Security-Policy", OWN_HOST_ONLY + formsTo)
                // With no-referrer a browser would not say either which page a form was sent from.
                .put("Referrer-Policy", "same-origin")
                .put(HttpHeader.CACHE_CONTROL, cached);
        try (InputStream packed = takesPacked(request) ? open(resource + ".gz") : null;
                InputStream file = packed == null ? open(resource) : packed) {
            if (file == null) {
                EdgeProblem.of(404).write(response, callback);
                return;
            }
            response.getHeaders().put(HttpHeader.VARY, HttpHeader.ACCEPT_ENCODING.asString());
            if (packed != null) {
                response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
            }
            Answer.bytes(200, type, file.readAllBytes(), response, callback);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean takesPacked(Request request) {
        return request.getHeaders().contains(HttpHeader.ACCEPT_ENCODING, "gzip");
    }

    private static @Nullable InputStream open(String name) {
        return FilePage.class.getResourceAsStream(name);
    }
}
