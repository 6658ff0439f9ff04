package io.vigie.acceptance.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Every view equals the fold of its events, with the last score on it; no manager has more clients than places. */
final class ViewCheck {

    private ViewCheck() {}

    static List<String> findings(Evidence evidence) {
        List<String> findings = new ArrayList<>();
        Map<String, Integer> load = new HashMap<>();
        evidence.clientsInStore().forEach((client, events) -> {
            Fold fold = new Fold();
            events.forEach(fold::apply);
            if (fold.accountManagerId != null) {
                load.merge(fold.accountManagerId, 1, Integer::sum);
            }
            JsonNode view = evidence.views().get(client);
            if (view == null) {
                findings.add("no view of " + client);
            } else {
                compare(client, fold, view, findings);
                compareRisk(client, evidence.scores().getOrDefault(client, List.of()), view, findings);
            }
        });
        evidence.views().keySet().stream()
                .filter(client -> !evidence.clientsInStore().containsKey(client))
                .forEach(client -> findings.add("a view of nobody: " + client));
        evidence.managers().forEach((id, manager) -> {
            int clients = load.getOrDefault(id, 0);
            if (manager.path("load").asInt() != clients) {
                findings.add("%s: load %d, by the events %d"
                        .formatted(id, manager.path("load").asInt(), clients));
            }
            if (clients > manager.path("capacity").asInt()) {
                findings.add("%s has %d clients and %d places"
                        .formatted(id, clients, manager.path("capacity").asInt()));
            }
        });
        return findings;
    }

    private static void compare(String client, Fold fold, JsonNode view, List<String> findings) {
        differ(findings, client, "version", fold.version, view.path("version").asLong());
        differ(findings, client, "status", fold.status, view.path("status").asString());
        differ(
                findings,
                client,
                "numSites",
                fold.numSites,
                view.path("numSites").asInt());
        differ(
                findings,
                client,
                "managedElsewhere",
                fold.managedElsewhere,
                view.path("managedElsewhere").asBoolean());
        differ(
                findings,
                client,
                "accountManager",
                String.valueOf(fold.accountManagerId),
                view.path("accountManager").path("accountManagerId").asString("null"));
        if (fold.totalPurchase.compareTo(view.path("totalPurchase").decimalValue()) != 0) {
            findings.add(client + ": totalPurchase is not the sum of its purchases");
        }
    }

    private static void compareRisk(String client, List<JsonNode> scores, JsonNode view, List<String> findings) {
        JsonNode last = null;
        for (JsonNode score : scores) {
            if (score.path("probability").isNumber()) {
                last = score;
            }
        }
        JsonNode risk = view.path("risk");
        if (last == null) {
            differ(findings, client, "risk", true, risk.isNull());
        } else {
            differ(
                    findings,
                    client,
                    "risk.score",
                    last.path("probability").asDouble(),
                    risk.path("score").asDouble());
        }
    }

    private static void differ(List<String> findings, String client, String what, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            findings.add("%s: %s is %s, by the events %s".formatted(client, what, actual, expected));
        }
    }
}
