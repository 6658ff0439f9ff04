package io.vigie.acceptance.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.ObjectNode;

/** Every client that is shown equals the fold of its events, with the score on it that holds. */
final class ViewCheck {

    private ViewCheck() {}

    static List<String> findings(Evidence evidence) {
        Differences differences = new Differences();
        evidence.clientsInStore().forEach((client, events) -> {
            JsonNode view = evidence.shown().clients().get(client);
            if (view == null) {
                differences.add("no view of " + client);
            } else {
                compare(client, Fold.of(events), view, evidence, differences);
                risk(client, evidence.scores().getOrDefault(client, List.of()), view.path("risk"), differences);
            }
        });
        evidence.shown().clients().keySet().stream()
                .filter(client -> !evidence.clientsInStore().containsKey(client))
                .forEach(client -> differences.add("a view of nobody: " + client));
        return differences.findings();
    }

    private static void compare(String client, Fold fold, JsonNode view, Evidence evidence, Differences differences) {
        differences.same(client, "version", fold.version, view.path("version"));
        differences.same(client, "status", fold.status, view.path("status"));
        differences.same(client, "name", fold.name, view.path("name"));
        differences.same(client, "company", fold.company, view.path("company"));
        differences.same(client, "location", fold.location, view.path("location"));
        differences.same(client, "state", fold.state, view.path("state"));
        differences.same(client, "age", fold.age, view.path("age"));
        differences.same(client, "onboardedOn", fold.onboardedOn, view.path("onboardedOn"));
        differences.same(client, "numSites", fold.numSites, view.path("numSites"));
        differences.same(client, "managedElsewhere", fold.managedElsewhere, view.path("managedElsewhere"));
        differences.alike(client, "totalPurchase", DecimalNode.valueOf(fold.totalPurchase), view.path("totalPurchase"));
        years(client, fold, view.path("years"), evidence, differences);
        JsonNode manager = view.path("accountManager");
        differences.same(client, "accountManager", fold.accountManagerId, manager.path("accountManagerId"));
        if (fold.accountManagerId != null) {
            differences.same(
                    client,
                    "accountManager.name",
                    ManagerFold.of(evidence.of(fold.accountManagerId)).name,
                    manager.path("name"));
        }
    }

    /** Of the day on which it was asked; a day later when it was read over midnight. */
    private static void years(String client, Fold fold, JsonNode shown, Evidence evidence, Differences differences) {
        Differences nextDay = new Differences();
        nextDay.close(client, "years", fold.years(evidence.shown().day().plusDays(1)), shown);
        if (!nextDay.findings().isEmpty()) {
            differences.close(client, "years", fold.years(evidence.shown().day()), shown);
        }
    }

    private static void risk(String client, List<JsonNode> scores, JsonNode risk, Differences differences) {
        JsonNode holds = holding(scores);
        if (holds == null) {
            differences.same(client, "risk", null, risk);
            return;
        }
        differences.alike(client, "risk.score", holds.path("probability"), risk.path("score"));
        differences.alike(client, "risk.band", holds.path("band"), risk.path("band"));
        differences.alike(client, "risk.reasons", holds.path("reasons"), withoutWords(risk.path("reasons")));
        differences.alike(client, "risk.model", holds.path("model").path("name"), risk.path("model"));
        differences.alike(client, "risk.modelVersion", holds.path("model").path("version"), risk.path("modelVersion"));
        differences.alike(client, "risk.scoredAt", holds.path("scoredAt"), risk.path("scoredAt"));
        differences.alike(client, "risk.clientVersion", holds.path("clientVersion"), risk.path("clientVersion"));
    }

    /** The newest score: of a client that left the last one before, of one that can't be scored none. */
    static @Nullable JsonNode holding(List<JsonNode> scores) {
        JsonNode holds = null;
        for (JsonNode score : scores) {
            switch (score.path("outcome").stringValue("")) {
                case "departed" -> {}
                case "unscorable" -> holds = null;
                default -> holds = score;
            }
        }
        return holds;
    }

    /** What the record doesn't hold: each reason in words. */
    static JsonNode withoutWords(JsonNode reasons) {
        JsonNode bare = reasons.deepCopy();
        bare.forEach(reason -> ((ObjectNode) reason).remove("text"));
        return bare;
    }
}
