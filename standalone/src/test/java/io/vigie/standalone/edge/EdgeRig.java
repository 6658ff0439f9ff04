package io.vigie.standalone.edge;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** A real edge before two services that say what they were asked. */
final class EdgeRig implements AutoCloseable {

    final HttpClient client = HttpClient.newHttpClient();
    final Upstream commands;
    final Upstream queries;
    final EdgeServer edge;
    final Wire wire;

    EdgeRig() throws Exception {
        commands = new Upstream("commands");
        queries = new Upstream("queries");
        Map<Target, URI> services = new EnumMap<>(Target.class);
        services.put(Target.COMMAND_SERVICE, commands.address());
        services.put(Target.QUERY_SERVICE, queries.address());
        edge = EdgeServer.start(new EdgeSettings("127.0.0.1", 0, Set.of("vigie.test"), services));
        wire = new Wire(edge.port());
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
        HttpRequest.Builder request =
                request(path).method(method, BodyPublishers.noBody()).header("Authorization", Upstream.TOKEN);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
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
