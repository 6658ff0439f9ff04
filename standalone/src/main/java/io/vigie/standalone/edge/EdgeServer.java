package io.vigie.standalone.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The assembled edge. Sized to live in 64 MB. */
final class EdgeServer implements AutoCloseable {

    static final long IDLE_MILLIS = 60_000;
    private static final long POOLED_BYTES = 8L * 1024 * 1024;

    private final Server server;
    private final List<ServerConnector> connectors;

    private EdgeServer(Server server, List<ServerConnector> connectors) {
        this.server = server;
        this.connectors = connectors;
    }

    /** @param dashboard what people look at; empty where it wasn't built, which leaves them links to the API */
    static EdgeServer start(EdgeSettings settings, Optional<Dashboard> dashboard) throws Exception {
        QueuedThreadPool threads = new QueuedThreadPool(64, 4);
        threads.setName("edge");
        ByteBufferPool buffers = new ArrayByteBufferPool(0, 4096, 65_536, 256, POOLED_BYTES, POOLED_BYTES);
        Server server = new Server(threads, null, buffers);
        server.setErrorHandler(new ProblemPages());
        Forwarding forwarding = new Forwarding(settings, threads, buffers);
        Asking asking = new Asking(settings, forwarding::getHttpClient);
        Patience patience = new Patience(
                settings.limits(),
                settings.trustedProxies(),
                new RequestRates(
                        settings.limits(),
                        new KnownHosts(
                                settings.hosts(), new Gate(answering(settings, asking, forwarding, dashboard)))));
        server.setHandler(new Finishing(patience));
        server.addBean(new NetworkConnectionLimit(settings.limits().connections(), server));
        List<ServerConnector> connectors = Connectors.of(settings, server);
        connectors.forEach(connector -> {
            connector.addBean(patience, false);
            server.addConnector(connector);
        });
        server.setStopTimeout(10_000);
        server.start();
        return new EdgeServer(server, connectors);
    }

    private static Handler answering(
            EdgeSettings settings, Asking asking, Handler forwarding, Optional<Dashboard> dashboard) {
        WhoAsks whoAsks = new WhoAsks(asking);
        SignInPage signIn = new SignInPage(asking);
        PasswordPage password = new PasswordPage(asking, whoAsks);
        return new OwnPages(
                Map.of("/api/health", new HealthPage(settings, asking)),
                pages(asking, password, dashboard),
                Map.of("/sign-in", signIn, "/sign-out", new SignOut(asking, whoAsks), "/password", password),
                whoAsks,
                signIn,
                forwarding);
    }

    private static Function<String, Optional<OwnPages.Page>> pages(
            Asking asking, PasswordPage password, Optional<Dashboard> dashboard) {
        Map<String, OwnPages.Page> always = alwaysThere(asking, password);
        return path -> dashboard
                .filter(built -> path.equals("/"))
                .map(Dashboard::document)
                .or(() -> Optional.ofNullable(always.get(path)))
                .or(() -> dashboard.flatMap(built -> built.at(path)));
    }

    private static Map<String, OwnPages.Page> alwaysThere(Asking asking, PasswordPage password) {
        String own = "/io/vigie/standalone/edge/";
        String swagger = swagger();
        HtmlPage front = new HtmlPage("front.html");
        HtmlPage frontOfTheProvidersPeople = front.without("password");
        OwnPages.Page docs = new FilePage("text/html;charset=utf-8", own + "docs.html");
        return Map.of(
                "/",
                (request, me, response, callback) -> (PasswordPage.isFor(me) ? front : frontOfTheProvidersPeople)
                        .write(200, Map.of("account", me.path("accountId").asString("")), request, response, callback),
                "/sign-in",
                (request, me, response, callback) -> Answer.goOn("/", HttpFields.EMPTY, response, callback),
                "/password",
                password,
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

    /** The port without TLS. */
    int port() {
        return connectors.get(0).getLocalPort();
    }

    /** Where it listens. */
    List<String> addresses() {
        return connectors.stream().map(Connectors::address).toList();
    }

    void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
