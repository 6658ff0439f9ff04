package io.vigie.standalone.demo;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Problem;
import io.vigie.standalone.api.Query;
import io.vigie.standalone.output.Progress;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Lets the clients act: they buy, open and close sites and sometimes leave; the riskiest are given account managers. */
final class Acting {

    /** What can happen. */
    enum Act {
        PURCHASE,
        SITES,
        ASSIGNMENT,
        DEPARTURE
    }

    private static final long PAUSE_MILLIS = 120;
    private static final double MOST_LEFT = 0.04;

    private final Api api;
    private final Latest latest;
    private final Clock clock;
    private final List<ObjectNode> clients;
    private final Random random = new Random();
    private final Map<Act, Integer> counts = new EnumMap<>(Act.class);

    Acting(Api api, Latest latest, Clock clock, List<ObjectNode> clients) {
        this.api = api;
        this.latest = latest;
        this.clock = clock;
        this.clients = clients;
    }

    /** How often each thing happened. */
    Map<Act, Integer> forAWhile(Duration time) {
        Instant end = clock.instant().plus(time);
        try (Progress progress = new Progress("act", "seconds", time.toSeconds())) {
            for (Instant now = clock.instant(); now.isBefore(end); now = clock.instant()) {
                act();
                progress.at(time.minus(Duration.between(now, end)).toSeconds(), time.toSeconds());
                pause();
            }
            progress.at(time.toSeconds(), time.toSeconds());
        }
        return counts;
    }

    private void act() {
        double dice = random.nextDouble();
        try {
            if (dice < 0.6) {
                purchase();
            } else if (dice < 0.82) {
                sites();
            } else if (dice < 0.98) {
                assign();
            } else {
                depart();
            }
        } catch (Problem refused) {
            // A rule said no, as to a client that left: that is a part of the show.
            if (refused.status() >= 500) {
                throw refused;
            }
        }
    }

    private void purchase() {
        BigDecimal amount = BigDecimal.valueOf(5_000 + random.nextInt(60_000), 2);
        command(
                Act.PURCHASE,
                "POST",
                "/purchases",
                JsonMapper.shared().createObjectNode().put("amount", amount));
    }

    private void sites() {
        ObjectNode client = someone();
        int sites = Math.max(1, client.path("numSites").asInt(1) + random.nextInt(5) - 1);
        send(
                Act.SITES,
                "PUT",
                client.path("clientId").asString("") + "/sites",
                JsonMapper.shared().createObjectNode().put("numSites", sites));
        client.put("numSites", sites);
    }

    private void assign() {
        List<JsonNode> riskiest =
                api.items("/api/clients", Query.none().with("unassigned", true).with("status", "active"), 1);
        List<JsonNode> free = api.items("/api/account-managers", Query.none(), 100).stream()
                .filter(manager ->
                        manager.path("load").asInt(0) < manager.path("capacity").asInt(0))
                .filter(manager -> manager.path("status").asString("").equals("active"))
                .toList();
        if (riskiest.isEmpty() || free.isEmpty()) {
            return;
        }
        JsonNode manager = free.get(random.nextInt(free.size()));
        send(
                Act.ASSIGNMENT,
                "PUT",
                Api.segment(riskiest.get(0).path("clientId").asString("")) + "/account-manager",
                JsonMapper.shared()
                        .createObjectNode()
                        .put(
                                "accountManagerId",
                                manager.path("accountManagerId").asString(""))
                        .put("reason", "most at risk"));
    }

    private void depart() {
        JsonNode summary = api.get("/api/summary", Query.none());
        if (summary.path("left").asDouble(0) >= summary.path("clients").asDouble(0) * MOST_LEFT) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        command(
                Act.DEPARTURE,
                "POST",
                "/departure",
                JsonMapper.shared().createObjectNode().put("leftOn", today.toString()));
    }

    private void command(Act act, String method, String path, ObjectNode body) {
        send(act, method, someone().path("clientId").asString("") + path, body);
    }

    private void send(Act act, String method, String path, ObjectNode body) {
        latest.see(api.command(method, "/api/clients/" + path, body));
        counts.merge(act, 1, Integer::sum);
    }

    private ObjectNode someone() {
        return clients.get(random.nextInt(clients.size()));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted; the system goes on, ./vigie down stops it.", 1, interrupted);
        }
    }
}
