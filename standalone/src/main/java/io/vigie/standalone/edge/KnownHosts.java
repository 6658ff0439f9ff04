package io.vigie.standalone.edge;

import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Lets in only who asks for Vigie by a name that it has, and from no page but its own. Loopback keeps other machines out,
 * but not what a browser on this machine loads: a page of another site may send requests here, and may even read the
 * answers once its own name points to 127.0.0.1 (DNS rebinding).
 */
final class KnownHosts extends Handler.Wrapper {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> more;

    /** @param more names beside those of loopback, in lower case */
    KnownHosts(Set<String> more, Handler inside) {
        super(inside);
        this.more = more;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String name = request.getHttpURI().getHost();
        if (name == null || !isKnown(name.toLowerCase(Locale.ROOT))) {
            EdgeProblem.unknownHost().write(response, callback);
            return true;
        }
        if (!isOwnPage(
                request.getHeaders().get(HttpHeader.ORIGIN),
                request.getHttpURI().getAuthority())) {
            EdgeProblem.foreignOrigin().write(response, callback);
            return true;
        }
        return super.handle(request, response, callback);
    }

    private boolean isKnown(String name) {
        return LOOPBACK.contains(name) || more.contains(name);
    }

    /** Whether a browser says that a page of ours sent it; what came this far with an origin has one of ours. */
    static boolean isSentByOwnPage(Request request) {
        return request.getHeaders().contains(HttpHeader.ORIGIN)
                || "same-origin".equals(request.getHeaders().get("Sec-Fetch-Site"));
    }

    /** By name and port; behind a proxy the scheme is another one. Programs send no origin. */
    private static boolean isOwnPage(@Nullable String origin, @Nullable String authority) {
        return origin == null
                || authority != null
                        && (origin.equalsIgnoreCase("http://" + authority)
                                || origin.equalsIgnoreCase("https://" + authority));
    }
}
