package io.vigie.standalone.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The assembled edge. Sized to live in 64 MB. */
final class EdgeServer implements AutoCloseable {

    private static final int HEADERS = 16 * 1024;
    static final long IDLE_MILLIS = 60_000;
    private static final long POOLED_BYTES = 8L * 1024 * 1024;

    private final Server server;
    private final ServerConnector connector;

    private EdgeServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    static EdgeServer start(EdgeSettings settings) throws Exception {
        QueuedThreadPool threads = new QueuedThreadPool(64, 4);
        threads.setName("edge");
        ByteBufferPool buffers = new ArrayByteBufferPool(0, 4096, 65_536, 256, POOLED_BYTES, POOLED_BYTES);
        Server server = new Server(threads, null, buffers);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(protocol()));
        connector.setHost(settings.address());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setAcceptQueueSize(256);
        server.addConnector(connector);
        server.setErrorHandler(new ProblemPages());
        Forwarding forwarding = new Forwarding(settings, threads, buffers);
        Asking asking = new Asking(settings, forwarding::getHttpClient);
        server.setHandler(new GracefulHandler(
                new KnownHosts(settings.hosts(), new Gate(answering(settings, asking, forwarding)))));
        server.setStopTimeout(10_000);
        server.start();
        return new EdgeServer(server, connector);
    }

    private static Handler answering(EdgeSettings settings, Asking asking, Handler forwarding) {
        WhoAsks whoAsks = new WhoAsks(asking);
        SignInPage signIn = new SignInPage(asking);
        return new OwnPages(
                Map.of("/api/health", new HealthPage(settings, asking)),
                pages(asking),
                Map.of("/sign-in", signIn, "/sign-out", new SignOut(asking, whoAsks)),
                whoAsks,
                signIn,
                forwarding);
    }

    private static Map<String, OwnPages.Page> pages(Asking asking) {
        String own = "/io/vigie/standalone/edge/";
        String swagger = swagger();
        HtmlPage front = new HtmlPage("front.html");
        OwnPages.Page docs = new FilePage("text/html;charset=utf-8", own + "docs.html");
        return Map.of(
                "/",
                (request, me, response, callback) -> front.write(
                        200, Map.of("account", me.path("accountId").asString("")), request, response, callback),
                "/sign-in",
                (request, me, response, callback) -> Answer.goOn("/", HttpFields.EMPTY, response, callback),
                "/api/openapi.json",
                new DocumentPage(asking),
                "/api/docs",
                docs,
                "/api/docs/",
                docs,
                "/api/docs/start.js",
                new FilePage("text/javascript", own + "start.js"),
                "/api/docs/swagger-ui.css",
                new FilePage("text/css", swagger + "swagger-ui.css"),
                "/api/docs/swagger-ui-bundle.js",
                new FilePage("text/javascript", swagger + "swagger-ui-bundle.js"),
                "/favicon.ico",
                new FilePage("image/png", swagger + "favicon-32x32.png"));
    }

    /** The folder of the web jar, which is named by its version. */
    private static String swagger() {
        Properties built = new Properties();
        try (InputStream in =
                EdgeServer.class.getResourceAsStream("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            built.load(Objects.requireNonNull(in, "swagger-ui is on the class path"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return "/META-INF/resources/webjars/swagger-ui/" + built.getProperty("version") + "/";
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

    int port() {
        return connector.getLocalPort();
    }

    void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
