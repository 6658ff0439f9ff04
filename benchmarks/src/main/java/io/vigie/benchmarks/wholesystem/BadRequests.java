package io.vigie.benchmarks.wholesystem;

import io.vigie.benchmarks.clients.SampleClient;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Requests that no client of the API should send, the dear ones among them. */
final class BadRequests {

    private static final String CLIENTS = "/api/clients";

    private BadRequests() {}

    /**
     * One request.
     *
     * @param name for people
     * @param body empty for none
     */
    record BadRequest(String name, String method, String path, String body) {}

    static List<BadRequest> all() {
        String client = new SampleClient(1).json();
        Map<String, String> bodies = Map.of(
                "nothing at all", "",
                "a list", "[]",
                "JSON cut off", client.substring(0, 50),
                "nesting of 100,000", "{\"a\":".repeat(100_000),
                "an age of 10,000 digits", client.replaceFirst("\"age\":[0-9]+", "\"age\":" + "9".repeat(10_000)),
                "an age of 1e1000000000", client.replaceFirst("\"age\":[0-9]+", "\"age\":1e1000000000"),
                "a name of 100,000 letters",
                        client.replaceFirst("\"name\":\"[^\"]*\"", "\"name\":\"" + "x".repeat(100_000) + "\""),
                "an unknown field", client.replaceFirst("\\{", "{\"shoe\":1,"),
                "fifty megabytes", " ".repeat(50 << 20) + client);
        return Stream.concat(
                        bodies.entrySet().stream()
                                .map(body -> new BadRequest(body.getKey(), "POST", CLIENTS, body.getValue())),
                        Stream.of(
                                new BadRequest("an unknown client", "GET", CLIENTS + "/nobody", ""),
                                new BadRequest("SQL as a limit", "GET", CLIENTS + "?limit=1;drop+table+x", ""),
                                new BadRequest("a made-up cursor", "GET", CLIENTS + "?cursor=AAAA", ""),
                                new BadRequest("an unknown order", "GET", CLIENTS + "?sort=shoe", ""),
                                new BadRequest("a negative token", "GET", CLIENTS + "?consistencyToken=-1", ""),
                                new BadRequest("1,000 parameters", "GET", CLIENTS + "?" + "a=1&".repeat(1_000), ""),
                                new BadRequest("16 KB of URL", "GET", CLIENTS + "?q=" + "x".repeat(16_384), ""),
                                new BadRequest(
                                        "a search of 7,000 letters", "GET", CLIENTS + "?q=" + "x".repeat(7_000), ""),
                                new BadRequest("no path of ours", "GET", "/api/shoes", "")))
                .toList();
    }
}
