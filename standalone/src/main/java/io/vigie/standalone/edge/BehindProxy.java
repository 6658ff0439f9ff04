package io.vigie.standalone.edge;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Believes the proxies, and nobody else, where a request came from and whether over TLS. Of the addresses a proxy names only
 * the last counts, which is the one it saw itself; those before it are what its client said.
 */
final class BehindProxy implements HttpConfiguration.Customizer {

    /** As some proxies write it; with its port every connection would be another address. */
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^]]*)](?::\\d{1,5})?|([^:]*):\\d{1,5}");

    private final TrustedProxies proxies;

    BehindProxy(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable response) {
        return proxies.contains(request.getConnectionMetaData().getRemoteSocketAddress()) ? told(request) : request;
    }

    private static Request told(Request request) {
        String scheme = last(request.getHeaders(), "X-Forwarded-Proto");
        boolean secure = scheme == null ? request.isSecure() : scheme.equalsIgnoreCase("https");
        SocketAddress from = Optional.ofNullable(last(request.getHeaders(), "X-Forwarded-For"))
                .flatMap(BehindProxy::address)
                .<SocketAddress>map(address -> new InetSocketAddress(address, 0))
                .orElse(request.getConnectionMetaData().getRemoteSocketAddress());
        HttpURI uri = secure == request.isSecure()
                ? request.getHttpURI()
                : HttpURI.build(request.getHttpURI())
                        .scheme(secure ? "https" : "http")
                        .asImmutable();
        ConnectionMetaData connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
            @Override
            public SocketAddress getRemoteSocketAddress() {
                return from;
            }

            @Override
            public boolean isSecure() {
                return secure;
            }
        };
        return new Request.Wrapper(request) {
            @Override
            public HttpURI getHttpURI() {
                return uri;
            }

            @Override
            public boolean isSecure() {
                return secure;
            }

            @Override
            public ConnectionMetaData getConnectionMetaData() {
                return connection;
            }
        };
    }

    private static @Nullable String last(HttpFields headers, String name) {
        List<String> all = headers.getValuesList(name);
        if (all.isEmpty()) {
            return null;
        }
        String line = all.get(all.size() - 1);
        return line.substring(line.lastIndexOf(',') + 1).strip();
    }

    private static Optional<InetAddress> address(String text) {
        Matcher more = WITH_PORT.matcher(text);
        return NumericAddress.read(more.matches() ? more.group(1) == null ? more.group(2) : more.group(1) : text);
    }
}
