package io.vigie.standalone.edge;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Where the edge listens: without TLS first, which once there is TLS is for the programs of this machine alone, such as the
 * command line.
 */
final class Connectors {

    private static final int HEADERS = 16 * 1024;
    private static final String THIS_MACHINE = "127.0.0.1";

    private Connectors() {}

    static List<ServerConnector> of(EdgeSettings settings, Server server) {
        List<ServerConnector> connectors = new ArrayList<>();
        BehindProxy behindProxy = new BehindProxy(settings.trustedProxies());
        HttpConfiguration plain = protocol();
        plain.addCustomizer(behindProxy);
        Tls tls = settings.tls();
        connectors.add(listening(
                new ServerConnector(server, 1, 1, new HttpConnectionFactory(plain)),
                tls == null ? settings.address() : THIS_MACHINE,
                settings.port()));
        if (tls != null) {
            HttpConfiguration secure = protocol();
            // By what names it may be asked for, KnownHosts decides.
            secure.addCustomizer(new SecureRequestCustomizer(false));
            secure.addCustomizer(behindProxy);
            connectors.add(listening(
                    new ServerConnector(
                            server,
                            1,
                            1,
                            AbstractConnectionFactory.getFactories(tls.context(), new HttpConnectionFactory(secure))),
                    settings.address(),
                    settings.tlsPort()));
        }
        return connectors;
    }

    static String address(ServerConnector connector) {
        return (connector.getDefaultProtocol().equals("SSL") ? "https://" : "http://") + connector.getHost() + ":"
                + connector.getLocalPort();
    }

    private static ServerConnector listening(ServerConnector connector, String address, int port) {
        connector.setHost(address);
        connector.setPort(port);
        connector.setIdleTimeout(EdgeServer.IDLE_MILLIS);
        connector.setAcceptQueueSize(256);
        return connector;
    }

    private static HttpConfiguration protocol() {
        HttpConfiguration protocol = new HttpConfiguration();
        protocol.setSendServerVersion(false);
        protocol.setSendXPoweredBy(false);
        protocol.setRequestHeaderSize(HEADERS);
        protocol.setResponseHeaderSize(HEADERS);
        protocol.setOutputBufferSize(16 * 1024);
        // What a strict reading refuses, the gate refuses in its own words.
        protocol.setUriCompliance(UriCompliance.from("RFC3986,AMBIGUOUS_PATH_SEGMENT,AMBIGUOUS_EMPTY_SEGMENT,"
                + "AMBIGUOUS_PATH_SEPARATOR,AMBIGUOUS_PATH_PARAMETER,AMBIGUOUS_PATH_ENCODING"));
        return protocol;
    }
}
