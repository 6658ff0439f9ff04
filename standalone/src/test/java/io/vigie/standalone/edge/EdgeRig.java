package io.vigie.standalone.edge;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A real edge before two services that say what they were asked. */
final class EdgeRig implements AutoCloseable {

    final HttpClient client = HttpClient.newHttpClient();
    final Upstream commands;
    final Upstream queries;
    final EdgeServer edge;
    final Wire wire;

    EdgeRig() throws Exception {
        this(Map.of());
    }

    /** @param more settings by their names */
    EdgeRig(Map<String, String> more) throws Exception {
        this(more, null);
    }

    EdgeRig(Dashboard dashboard) throws Exception {
        this(Map.of(), null, Optional.of(dashboard));
    }

    /** @param limits instead of those of the settings */
    EdgeRig(Map<String, String> more, @Nullable Limits limits) throws Exception {
        this(more, limits, Optional.empty());
    }

    private EdgeRig(Map<String, String> more, @Nullable Limits limits, Optional<Dashboard> dashboard) throws Exception {
        commands = new Upstream("commands");
        queries = new Upstream("queries");
        Map<String, String> settings = new HashMap<>(Map.of(
                "vigie.edge.port", "0",
                "vigie.edge.tls.port", "0",
                "vigie.edge.hosts", "vigie.test",
                "vigie.edge.command-service", commands.address().toString(),
                "vigie.edge.query-service", queries.address().toString()));
        settings.putAll(more);
        EdgeSettings usual = EdgeSettings.of(settings::get);
        edge = EdgeServer.start(limits == null ? usual : limited(usual, limits), dashboard);
        wire = new Wire(edge.port());
    }

    private static EdgeSettings limited(EdgeSettings usual, Limits limits) {
        return new EdgeSettings(
                usual.address(),
                usual.port(),
                usual.hosts(),
                usual.tls(),
                usual.tlsPort(),
                usual.trustedProxies(),
                usual.publishedOnLoopback(),
                limits,
                usual.operatorToken(),
                usual.services());
    }

    HttpResponse<String> send(String method, String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** As somebody. */
    HttpResponse<String> sendKnown(String method, String path, String... headers)
            throws IOException, InterruptedException {
        return client.send(known(method, path, headers), BodyHandlers.ofString());
    }

    HttpResponse<byte[]> sendKnownForBytes(String method, String path, String... headers)
            throws IOException, InterruptedException {
        return client.send(known(method, path, headers), BodyHandlers.ofByteArray());
    }

    private HttpRequest known(String method, String path, String... headers) {
        HttpRequest.Builder request =
                request(path).method(method, BodyPublishers.noBody()).header("Authorization", Upstream.TOKEN);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    /** What a browser would send from a page of ours. */
    HttpResponse<String> submit(String path, String form, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .POST(BodyPublishers.ofString(form))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "http://127.0.0.1:" + edge.port());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + edge.port() + path));
    }

    @Override
    public void close() throws Exception {
        edge.close();
        commands.close();
        queries.close();
    }
}
