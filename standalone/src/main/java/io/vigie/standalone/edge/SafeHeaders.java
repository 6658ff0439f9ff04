package io.vigie.standalone.edge;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * What every answer tells browsers: take it for what it says it is, load nothing for it, show it in nobody's frame, and
 * tell nobody where the reader came from; and over TLS, never come without it again. Pages say themselves what they need
 * beyond that.
 */
final class SafeHeaders {

    private SafeHeaders() {}

    /** @param request as those see it who handle it: behind a proxy it is over TLS though its connection isn't */
    static void put(Request request, Response response) {
        response.getHeaders()
                .put("X-Content-Type-Options", "nosniff")
                .put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .put("Referrer-Policy", "no-referrer")
                .put("Cross-Origin-Resource-Policy", "same-origin");
        if (request.isSecure()) {
            response.getHeaders().put("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
