package io.vigie.standalone.edge;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** A service behind the edge that tells what reached it. */
final class Upstream implements AutoCloseable {

    /** By which it knows somebody, as a header. */
    static final String TOKEN = "Bearer good";

    /** With which an operator asks. */
    static final String OPERATOR = "vigie_operator";

    static final String SESSION = "vigie_session=good";

    final AtomicLong received = new AtomicLong();
    final AtomicInteger broken = new AtomicInteger();
    volatile int health = 200;
    volatile int signIn = 200;
    volatile int password = 200;
    volatile String passwordProblem = "about:blank";
    volatile boolean passwordChanged = true;
    volatile Duration pause = Duration.ZERO;
    volatile String document = "{}";
    volatile String ways = "{\"password\":true,\"provider\":false}";
    volatile boolean ownPassword = true;
    final List<String> asked = new CopyOnWriteArrayList<>();

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    Upstream(String name) throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                answer(name, request, response, callback);
                return true;
            }
        });
        server.start();
    }

    private void answer(String name, Request request, Response response, Callback callback) throws Exception {
        String path = request.getHttpURI().getPath();
        switch (path) {
            case "/actuator/health" -> {
                response.setStatus(health);
                Content.Sink.write(response, true, "{}", callback);
            }
            case "/v3/api-docs" -> {
                response.setStatus(isKnown(request) ? 200 : 401);
                Content.Sink.write(response, true, document, callback);
            }
            case "/api/me" -> {
                response.setStatus(isKnown(request) ? 200 : 401);
                String csrf = request.getHeaders().contains(HttpHeader.AUTHORIZATION) ? "null" : "\"page\"";
                Content.Sink.write(
                        response,
                        true,
                        "{\"accountId\":\"<ann>\",\"ownPassword\":" + ownPassword + ",\"csrfToken\":" + csrf + "}",
                        callback);
            }
            case "/api/sign-in" -> {
                if (request.getMethod().equals("GET")) {
                    Content.Sink.write(response, true, ways, callback);
                    return;
                }
                asked.add(request.getHeaders() + Content.Source.asString(request));
                response.setStatus(signIn);
                if (signIn == 200) {
                    response.getHeaders().put(HttpHeader.SET_COOKIE, SESSION + "; HttpOnly; Path=/");
                } else if (signIn == 429) {
                    response.getHeaders().put(HttpHeader.RETRY_AFTER, 7);
                }
                Content.Sink.write(response, true, "{}", callback);
            }
            case "/api/sign-out" -> {
                boolean ours = "page".equals(request.getHeaders().get("X-CSRF-Token"));
                response.setStatus(ours && isKnown(request) ? 204 : 403);
                response.getHeaders().put(HttpHeader.SET_COOKIE, "vigie_session=; Max-Age=0");
                response.write(true, null, callback);
            }
            case "/api/clients/stream" -> stream(response, callback);
            case "/api/stream" -> {
                if ("topics=nothing".equals(request.getHttpURI().getQuery())) {
                    // Without an end, and without a thread that waits for one.
                    Content.Sink.write(response, false, "data: 0\n\n", Callback.NOOP);
                } else {
                    endless(response, callback);
                }
            }
            case "/api/clients/break" -> {
                Content.Sink.write(response, false, "half", Callback.NOOP);
                request.getConnectionMetaData().getConnection().getEndPoint().close();
            }
            case "/api/models/large/versions/1/evaluations" -> {
                response.getHeaders().put("X-Upstream", name);
                Content.copy(request, response, callback);
            }
            case "/api/imports/clients", "/api/models/large/versions" -> {
                swallow(request);
                Content.Sink.write(response, true, "{\"bytes\":" + received.get() + "}", callback);
            }
            case "/actuator/first-start" -> {
                boolean operator =
                        ("Bearer " + OPERATOR).equals(request.getHeaders().get(HttpHeader.AUTHORIZATION));
                response.setStatus(operator ? 200 : 401);
                Content.Sink.write(
                        response, true, operator ? "{\"passwordChanged\":" + passwordChanged + "}" : "{}", callback);
            }
            default -> {
                Thread.sleep(pause.toMillis());
                if (path.equals("/api/me/password")) {
                    asked.add(request.getHeaders() + Content.Source.asString(request));
                    response.setStatus(password);
                    Content.Sink.write(response, true, "{\"type\":\"" + passwordProblem + "\"}", callback);
                    return;
                }
                response.getHeaders().put(HttpHeader.SERVER, "secret/1.0");
                response.getHeaders().put("X-Upstream", name);
                Content.Sink.write(
                        response,
                        true,
                        name + " " + request.getMethod() + " "
                                + request.getHttpURI().getPathQuery() + "\n" + request.getHeaders(),
                        callback);
            }
        }
    }

    private static boolean isKnown(Request request) {
        return TOKEN.equals(request.getHeaders().get(HttpHeader.AUTHORIZATION))
                || SESSION.equals(request.getHeaders().get(HttpHeader.COOKIE));
    }

    /** Two parts, with the second only after the first must have arrived. */
    private static void stream(Response response, Callback callback) throws Exception {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
        Callback.Completable first = new Callback.Completable();
        Content.Sink.write(response, false, "data: 1\n\n", first);
        first.get();
        Thread.sleep(300);
        Content.Sink.write(response, true, "data: 2\n\n", callback);
    }

    /** Goes on until nobody takes it any more. */
    private void endless(Response response, Callback callback) throws InterruptedException {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
        response.getHeaders().put("X-Accel-Buffering", "no");
        try {
            while (true) {
                Callback.Completable written = new Callback.Completable();
                Content.Sink.write(response, false, "data: " + System.nanoTime() + "\n\n", written);
                written.get();
                Thread.sleep(50);
            }
        } catch (ExecutionException gone) {
            broken.incrementAndGet();
            callback.failed(gone);
        }
    }

    private void swallow(Request request) throws Exception {
        try (var in = Content.Source.asInputStream(request)) {
            byte[] buffer = new byte[65_536];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                received.addAndGet(n);
            }
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
