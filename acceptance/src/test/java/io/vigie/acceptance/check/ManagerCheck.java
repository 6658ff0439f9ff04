package io.vigie.acceptance.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Every account manager that is shown equals the fold of the events; nobody ever had more clients than places. */
final class ManagerCheck {

    private ManagerCheck() {}

    static List<String> findings(Evidence evidence) {
        Differences differences = new Differences();
        Map<String, Integer> load = new HashMap<>();
        evidence.clientsInStore().values().forEach(events -> {
            Fold fold = Fold.of(events);
            if (fold.accountManagerId != null) {
                load.merge(fold.accountManagerId, 1, Integer::sum);
            }
        });
        evidence.managersInStore().forEach((manager, events) -> {
            ManagerFold fold = ManagerFold.of(events);
            int clients = load.getOrDefault(manager, 0);
            if (clients > fold.capacity) {
                differences.add("%s has %d clients and %d places".formatted(manager, clients, fold.capacity));
            }
            JsonNode view = evidence.shown().managers().get(manager);
            if (view == null) {
                differences.add("no view of " + manager);
            } else {
                differences.same(manager, "version", fold.version, view.path("version"));
                differences.same(manager, "status", fold.status, view.path("status"));
                differences.same(manager, "name", fold.name, view.path("name"));
                differences.same(manager, "capacity", fold.capacity, view.path("capacity"));
                differences.same(manager, "load", clients, view.path("load"));
            }
        });
        evidence.shown().managers().keySet().stream()
                .filter(manager -> !evidence.managersInStore().containsKey(manager))
                .forEach(manager -> differences.add("a view of nobody: " + manager));
        return differences.findings();
    }
}
