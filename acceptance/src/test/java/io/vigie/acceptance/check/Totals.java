package io.vigie.acceptance.check;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;

/** What is told of many clients at once adds up to what is told of each of them. */
final class Totals {

    private final Differences differences = new Differences();

    private Totals() {}

    static List<String> findings(Shown shown) {
        Totals totals = new Totals();
        Collection<JsonNode> clients = shown.clients().values();
        totals.summary(clients, shown.summary());
        totals.states(clients, shown.states());
        shown.managers().forEach((id, manager) -> totals.manager(id, clients, manager));
        return totals.differences.findings();
    }

    private void summary(Collection<JsonNode> clients, JsonNode summary) {
        List<JsonNode> active = clients.stream().filter(Totals::active).toList();
        List<JsonNode> atRisk = with(active, "high");
        same("summary", "clients", clients.size(), summary);
        same("summary", "active", active.size(), summary);
        same("summary", "left", clients.size() - active.size(), summary);
        bands("summary", active, summary.path("byBand"));
        same("summary", "atRisk", atRisk.size(), summary);
        same(
                "summary",
                "unassignedAtRisk",
                count(
                        atRisk,
                        client -> client.path("accountManager").isNull()
                                && !client.path("managedElsewhere").asBoolean()),
                summary);
        value("summary", atRisk, summary);
    }

    private void states(Collection<JsonNode> clients, List<JsonNode> states) {
        Map<String, List<JsonNode>> byState =
                clients.stream().filter(Totals::active).collect(groupingBy(Totals::state));
        Map<String, JsonNode> told = new HashMap<>();
        states.forEach(state -> {
            if (told.put(state(state), state) != null) {
                differences.add("by state: " + state(state) + " is told twice");
            }
        });
        differences.same("by state", "states", new TreeSet<>(byState.keySet()), new TreeSet<>(told.keySet()));
        byState.forEach((code, own) -> {
            JsonNode state = told.get(code);
            if (state != null) {
                String whose = "by state: " + code;
                same(whose, "clients", own.size(), state);
                bands(whose, own, state);
                same(whose, "atRisk", with(own, "high").size(), state);
                value(whose, with(own, "high"), state);
                own.stream()
                        .filter(client -> client.path("risk").path("score").isNumber())
                        .mapToDouble(client -> client.path("risk").path("score").asDouble())
                        .average()
                        .ifPresent(average ->
                                differences.close(whose, "averageScore", average, state.path("averageScore")));
            }
        });
    }

    private void manager(String id, Collection<JsonNode> clients, JsonNode manager) {
        List<JsonNode> own = clients.stream()
                .filter(client -> client.path("accountManager")
                        .path("accountManagerId")
                        .stringValue("")
                        .equals(id))
                .toList();
        same(id, "load", own.size(), manager);
        same(id, "atRisk", with(own, "high").size(), manager);
        value(id, with(own, "high"), manager);
    }

    private void bands(String whose, Collection<JsonNode> clients, JsonNode told) {
        for (String band : List.of("low", "medium", "high")) {
            same(whose, band, with(clients, band).size(), told);
        }
    }

    private void value(String whose, Collection<JsonNode> atRisk, JsonNode told) {
        BigDecimal value = atRisk.stream()
                .map(client -> client.path("totalPurchase").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        differences.alike(whose, "valueAtRisk", DecimalNode.valueOf(value), told.path("valueAtRisk"));
    }

    private void same(String whose, String what, long expected, JsonNode told) {
        differences.same(whose, what, expected, told.path(what));
    }

    private static long count(Collection<JsonNode> clients, Predicate<JsonNode> which) {
        return clients.stream().filter(which).count();
    }

    private static List<JsonNode> with(Collection<JsonNode> clients, String band) {
        return clients.stream()
                .filter(client ->
                        client.path("risk").path("band").stringValue("").equals(band))
                .toList();
    }

    private static boolean active(JsonNode client) {
        return client.path("status").stringValue("").equals("active");
    }

    private static String state(JsonNode node) {
        return node.path("state").stringValue("nowhere");
    }
}
