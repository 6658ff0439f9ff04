package io.vigie.standalone.edge;

import java.net.URI;
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

    final AtomicLong received = new AtomicLong();
    volatile int health = 200;
    volatile String document = "{}";

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
            case "/v3/api-docs" -> Content.Sink.write(response, true, document, callback);
            case "/api/clients/stream" -> stream(response, callback);
            case "/api/clients/break" -> {
                Content.Sink.write(response, false, "half", Callback.NOOP);
                request.getConnectionMetaData().getConnection().getEndPoint().close();
            }
            case "/api/imports/clients" -> {
                swallow(request);
                Content.Sink.write(response, true, "{\"bytes\":" + received.get() + "}", callback);
            }
            default -> {
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

    /** Two parts, with the second only after the first must have arrived. */
    private static void stream(Response response, Callback callback) throws Exception {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
        Callback.Completable first = new Callback.Completable();
        Content.Sink.write(response, false, "data: 1\n\n", first);
        first.get();
        Thread.sleep(300);
        Content.Sink.write(response, true, "data: 2\n\n", callback);
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
