package io.vigie.standalone.edge;

import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** What services learn about the way that a request took: what the edge saw itself, and nothing that was sent to it. */
final class ForwardedHeaders {

    private static final List<String> ONLY_OURS = List.of(
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Proto",
            "X-Forwarded-Ssl",
            "X-Real-IP");

    private ForwardedHeaders() {}

    static void put(Request from, HttpFields.Mutable headers) {
        ONLY_OURS.forEach(headers::remove);
        String host = from.getHeaders().get(HttpHeader.HOST);
        headers.put("X-Forwarded-For", Request.getRemoteAddr(from))
                .put("X-Forwarded-Proto", from.isSecure() ? "https" : "http")
                .put("X-Forwarded-Host", host == null ? "" : host);
    }
}
