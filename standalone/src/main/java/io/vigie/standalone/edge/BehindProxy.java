package io.vigie.standalone.edge;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Believes a proxy where a request came from and whether over TLS. Of the addresses it names only the last counts, which is
 * the one it saw itself; those before it are what its client said.
 */
final class BehindProxy implements HttpConfiguration.Customizer {

    @Override
    public Request customize(Request request, HttpFields.Mutable response) {
        boolean secure = "https".equalsIgnoreCase(last(request.getHeaders(), "X-Forwarded-Proto"));
        String from = last(request.getHeaders(), "X-Forwarded-For");
        HttpURI address =
                secure ? HttpURI.build(request.getHttpURI()).scheme("https").asImmutable() : request.getHttpURI();
        ConnectionMetaData connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
            @Override
            public SocketAddress getRemoteSocketAddress() {
                return from == null ? super.getRemoteSocketAddress() : InetSocketAddress.createUnresolved(from, 0);
            }

            @Override
            public boolean isSecure() {
                return secure;
            }
        };
        return new Request.Wrapper(request) {
            @Override
            public HttpURI getHttpURI() {
                return address;
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

    /** At most as long as an address is. */
    private static @Nullable String last(HttpFields headers, String name) {
        List<String> all = headers.getValuesList(name);
        if (all.isEmpty()) {
            return null;
        }
        String line = all.get(all.size() - 1);
        String last = line.substring(line.lastIndexOf(',') + 1).strip();
        return last.matches("[A-Za-z0-9.:\\[\\]_-]{1,64}") ? last : null;
    }
}
