package io.vigie.acceptance.access;

import io.vigie.acceptance.system.Answer;
import io.vigie.acceptance.system.Api;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What somebody gets to see of clients: in lists, by searching, in sums. */
final class Rows {

    private static final List<String> LISTS = List.of(
            "/api/clients",
            "/api/clients?sort=risk",
            "/api/clients?q=Quillfeather",
            "/api/clients?state=ME",
            "/api/clients?status=active");

    private Rows() {}

    /** Where an account manager sees more or less than the clients of its own. */
    static List<String> findings(Api api, String accountManager) throws IOException, InterruptedException {
        Set<String> own = Portfolios.CLIENTS.entrySet().stream()
                .filter(client -> client.getValue().equals(accountManager))
                .map(client -> client.getKey())
                .collect(Collectors.toSet());
        List<String> findings = new ArrayList<>();
        for (String list : LISTS) {
            same(findings, list, own, ids(api, list));
        }
        for (String other : List.of("accountManagerId=bo", "accountManagerId=ada", "unassigned=true", "q=nobody-1")) {
            Set<String> seen = ids(api, "/api/clients?" + other);
            same(findings, other, other.equals("accountManagerId=" + accountManager) ? own : Set.of(), seen);
        }
        same(
                findings,
                "summary",
                own.size(),
                api.get("/api/summary").body().path("clients").asInt());
        same(
                findings,
                "by state",
                own.size(),
                api.get("/api/risk/by-state")
                        .body()
                        .path("items")
                        .valueStream()
                        .mapToInt(state -> state.path("clients").asInt())
                        .sum());
        same(
                findings,
                "distribution",
                own.size(),
                inDistribution(api.get("/api/risk/distribution").body()));
        same(
                findings,
                "by sites and years",
                own.size(),
                api.get("/api/risk/by-sites-and-years")
                        .body()
                        .path("items")
                        .valueStream()
                        .mapToInt(item -> item.path("clients").asInt())
                        .sum());
        same(findings, "events", own, ids(api, "/api/events?limit=500"));
        same(
                findings,
                "histories",
                own,
                ids(
                        api,
                        "/api/risk/histories?clientIds="
                                + Portfolios.CLIENTS.keySet().stream().collect(Collectors.joining(","))));
        same(
                findings,
                "account managers",
                accountManager.isEmpty() ? Set.of() : Set.of(accountManager),
                api.all("/api/account-managers").stream()
                        .map(manager -> manager.path("accountManagerId").asString())
                        .collect(Collectors.toSet()));
        return findings;
    }

    private static int inDistribution(JsonNode distribution) {
        return distribution.path("unscored").asInt()
                + distribution
                        .path("bins")
                        .valueStream()
                        .mapToInt(bin -> bin.path("clients").asInt())
                        .sum();
    }

    private static Set<String> ids(Api api, String path) throws IOException, InterruptedException {
        Answer answer = api.get(path);
        if (answer.status() != 200) {
            throw new IOException(path + " was answered " + answer.status() + ": " + answer.text());
        }
        return answer.body()
                .path("items")
                .valueStream()
                .map(client -> client.path("clientId").asString())
                .collect(Collectors.toSet());
    }

    private static void same(List<String> findings, String what, Object expected, Object seen) {
        if (!expected.equals(seen)) {
            findings.add("%s: %s instead of %s".formatted(what, seen, expected));
        }
    }

    /** Where somebody's words can be read, or be found by searching for them. */
    static List<String> personal(Api api) throws IOException, InterruptedException {
        List<String> findings = new ArrayList<>();
        for (String path : List.of(
                "/api/clients",
                "/api/clients/ada-1",
                "/api/clients/ada-1/events",
                "/api/clients/ada-1/scores",
                "/api/events?limit=500",
                "/api/risk/moves",
                "/api/risk/histories?clientIds=ada-1",
                "/api/account-managers",
                "/api/account-managers/ada")) {
            Answer answer = api.get(path);
            if (answer.status() != 200 || Portfolios.PERSONAL.stream().anyMatch(answer.text()::contains)) {
                findings.add(path + " was answered " + answer.status());
            }
        }
        for (String word : Portfolios.PERSONAL) {
            Answer answer = api.get("/api/clients?q=" + word);
            if (answer.text().contains("ada-1")) {
                findings.add("found by a word of its own");
            }
        }
        return findings;
    }
}
