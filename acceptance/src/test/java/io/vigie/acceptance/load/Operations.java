package io.vigie.acceptance.load;

import io.vigie.acceptance.system.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Draws the next thing that somebody does, over a shared set of clients so that people get in each other's way. */
final class Operations {

    /** The last is none. */
    private static final List<String> STATES = List.of("ME", "DC", "PR", "AA", "AE", "XX");

    private final String run;
    private final int mostClients;
    private final List<String> managers;
    private final AtomicInteger counter = new AtomicInteger();
    private final List<String> clients = new CopyOnWriteArrayList<>();

    Operations(String run, int mostClients, List<String> managers) {
        this.run = run;
        this.mostClients = mostClients;
        this.managers = managers;
    }

    Operation next(Random random) {
        int number = counter.incrementAndGet();
        String id = run + "-op-" + number;
        if (clients.size() < 4 || (clients.size() < mostClients && random.nextInt(5) == 0)) {
            return register(random, number, id);
        }
        String client = clients.get(random.nextInt(clients.size()));
        String path = "/api/clients/" + client;
        return switch (random.nextInt(13)) {
            case 0, 1, 2 -> of(id, "purchase-recorded", "POST", path + "/purchases", client, purchase(random, id));
            case 3, 4 -> of(id, "client-sites-changed", "PUT", path + "/sites", client, Map.of("numSites", number));
            case 5, 6 ->
                of(id, "account-manager-assigned", "PUT", path + "/account-manager", client, assign(random, id));
            case 7 -> of(id, "account-manager-unassigned", "DELETE", path + "/account-manager", client, null);
            case 8, 9 -> of(id, "client-profile-changed", "PATCH", path, client, profile(random, number, id));
            case 10 -> capacity(random, id);
            case 11 -> of(id, "client-departed", "POST", path + "/departure", client, departure(id));
            default -> of(id, "client-returned", "DELETE", path + "/departure", client, null);
        };
    }

    /** Only what was registered for certain takes part in what follows. */
    void ended(Outcome outcome) {
        if (outcome.operation().kind().equals("client-registered") && outcome.state() == Outcome.State.OK) {
            clients.add(outcome.operation().target());
        }
    }

    private Operation register(Random random, int number, String id) {
        String client = run + "-client-" + number;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("clientId", client);
        body.put("name", "Client " + number);
        body.put("company", id);
        body.put("location", number + " Mill Lane, Springfield, IL 6270" + random.nextInt(10));
        body.put("age", 20 + random.nextInt(60));
        body.put("onboardedOn", "2019-0" + (1 + random.nextInt(9)) + "-11");
        if (random.nextBoolean()) {
            body.put("years", 1 + random.nextInt(9));
        }
        body.put("totalPurchase", 1000 + random.nextInt(15000));
        // Fewer than any change of sites, which has its operation's number, so that each one changes something.
        body.put("numSites", random.nextInt(5));
        return of(id, "client-registered", "POST", "/api/clients", client, body);
    }

    private static Map<String, Object> profile(Random random, int number, String id) {
        return Map.of(
                "name", id,
                "location", number + " Quay Street, Newtown, " + STATES.get(random.nextInt(STATES.size())) + " 04101",
                "age", 20 + random.nextInt(60),
                "onboardedOn", "2018-0" + (1 + random.nextInt(9)) + "-12");
    }

    private Operation capacity(Random random, String id) {
        String manager = managers.get(random.nextInt(managers.size()));
        return of(
                id,
                "account-manager-capacity-changed",
                "PUT",
                "/api/account-managers/" + manager + "/capacity",
                manager,
                Map.of("capacity", 3 + random.nextInt(8)));
    }

    private static Map<String, Object> purchase(Random random, String id) {
        return Map.of("amount", 1 + random.nextInt(500), "reference", id);
    }

    private Map<String, Object> assign(Random random, String id) {
        return Map.of("accountManagerId", managers.get(random.nextInt(managers.size())), "reason", id);
    }

    private static Map<String, Object> departure(String id) {
        return Map.of("leftOn", "2026-01-31", "reason", id);
    }

    private static Operation of(
            String id, String kind, String method, String path, String target, @Nullable Map<String, Object> body) {
        return new Operation(id, kind, method, path, body == null ? null : Json.write(body), target);
    }
}
