package io.vigie.acceptance.check;

import io.vigie.acceptance.system.Api;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Everything that the API shows.
 *
 * @param day (UTC) on which it was asked
 * @param events of each client, oldest first
 * @param scores of each client, newest first
 */
record Shown(
        LocalDate day,
        Map<String, JsonNode> clients,
        Map<String, List<JsonNode>> events,
        Map<String, List<JsonNode>> scores,
        Map<String, JsonNode> managers,
        JsonNode summary,
        List<JsonNode> states) {

    private static final int READERS = 8;

    static Shown by(Api api) throws IOException, InterruptedException {
        Shown shown = withoutHistory(api);
        Set<String> clients = shown.clients.keySet();
        return new Shown(
                shown.day,
                shown.clients,
                lists(api, clients, "events"),
                lists(api, clients, "scores"),
                shown.managers,
                shown.summary,
                shown.states);
    }

    /** Without the lists of single clients. */
    static Shown withoutHistory(Api api) throws IOException, InterruptedException {
        return new Shown(
                LocalDate.now(ZoneOffset.UTC),
                byId(api.all("/api/clients"), "clientId"),
                Map.of(),
                Map.of(),
                byId(api.all("/api/account-managers"), "accountManagerId"),
                api.get("/api/summary").body(),
                List.copyOf(api.get("/api/risk/by-state").body().path("items").values()));
    }

    private static Map<String, JsonNode> byId(List<JsonNode> items, String id) {
        return items.stream().collect(Collectors.toMap(item -> item.path(id).asString(), item -> item));
    }

    /** Several at a time: there are as many lists as clients. */
    private static Map<String, List<JsonNode>> lists(Api api, Set<String> clients, String list)
            throws IOException, InterruptedException {
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try {
            Map<String, Future<List<JsonNode>>> asked = new HashMap<>();
            clients.forEach(client ->
                    asked.put(client, readers.submit(() -> api.all("/api/clients/%s/%s".formatted(client, list)))));
            Map<String, List<JsonNode>> answers = new HashMap<>();
            for (Map.Entry<String, Future<List<JsonNode>>> one : asked.entrySet()) {
                answers.put(one.getKey(), one.getValue().get());
            }
            return answers;
        } catch (ExecutionException failure) {
            throw new IOException("the " + list + " of a client can't be read", failure.getCause());
        } finally {
            readers.shutdownNow();
        }
    }
}
