package io.vigie.acceptance.check;

import io.vigie.acceptance.load.Outcome;
import io.vigie.acceptance.load.Outcome.State;
import io.vigie.acceptance.system.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every accepted command has its event exactly once, every rejected one has none, no event came from nowhere. */
final class CommandsCheck {

    private CommandsCheck() {}

    static List<String> findings(List<Outcome> outcomes, Evidence evidence) {
        List<String> findings = new ArrayList<>();
        Map<String, List<StoredEvent>> byOperation = new HashMap<>();
        // The clients of files are counted by ImportsCheck.
        List<StoredEvent> asked = evidence.store().stream()
                .filter(event -> !ImportsCheck.isImported(event.aggregate()) && !event.isOfModel())
                .toList();
        asked.forEach(event -> {
            String operation = operation(event);
            if (!operation.isEmpty()) {
                byOperation.computeIfAbsent(operation, any -> new ArrayList<>()).add(event);
            }
        });
        byOperation.forEach((operation, events) -> {
            if (events.size() > 1) {
                findings.add(operation + " has " + events.size() + " events");
            }
        });
        Set<String> claimed = new HashSet<>();
        for (Outcome outcome : outcomes) {
            String id = outcome.operation().id();
            switch (outcome.state()) {
                case UNKNOWN -> findings.add(id + " never got a definite answer");
                case REJECTED -> {
                    if (byOperation.containsKey(id)) {
                        findings.add(id + " was rejected with " + outcome.status() + " and left an event");
                    }
                }
                case OK -> {
                    String place = outcome.operation().target() + "/" + outcome.version();
                    StoredEvent event = eventAt(evidence, outcome);
                    if (event == null) {
                        findings.add(id + " was accepted as " + place + " and there is no such event");
                    } else if (isOtherCapacity(outcome, event)) {
                        findings.add(id + " was accepted as " + place + ", where there is another capacity");
                    } else if (changesSomething(outcome) && !byOperation.containsKey(id) && unlike(evidence, outcome)) {
                        findings.add(id + " was accepted as " + place + " and has no event of its own");
                    }
                    claimed.add(place);
                }
            }
        }
        asked.forEach(event -> {
            String place = event.aggregate() + "/" + event.version();
            // The account managers were there before anybody began.
            if (!claimed.contains(place) && !event.type().equals("account-manager-registered")) {
                findings.add("nobody asked for " + place + " " + event.type());
            }
        });
        return findings;
    }

    /** A capacity has no room for the operation's id; with an event of its own or without, it is the one asked for. */
    private static boolean isOtherCapacity(Outcome outcome, StoredEvent event) {
        return outcome.operation().kind().equals("account-manager-capacity-changed")
                && !String.valueOf(outcome.operation().body())
                        .equals(Json.write(Map.of("capacity", event.payload().path("capacity"))));
    }

    /** These always leave an event; the others may find nothing to do. */
    private static boolean changesSomething(Outcome outcome) {
        return switch (outcome.operation().kind()) {
            case "client-registered", "client-profile-changed", "purchase-recorded", "client-sites-changed" -> true;
            default -> false;
        };
    }

    private static boolean unlike(Evidence evidence, Outcome outcome) {
        StoredEvent event = eventAt(evidence, outcome);
        return event == null
                || !event.type().equals(outcome.operation().kind())
                || outcome.state() != State.OK
                || !event.type().equals("client-sites-changed")
                || !outcome.operation()
                        .id()
                        .endsWith("-" + event.payload().path("numSites").asInt());
    }

    private static @Nullable StoredEvent eventAt(Evidence evidence, Outcome outcome) {
        return evidence.of(outcome.operation().target()).stream()
                .filter(event -> event.version() == outcome.version())
                .findFirst()
                .orElse(null);
    }

    /** The operation id where an event has room for it. */
    private static String operation(StoredEvent event) {
        return switch (event.type()) {
            case "client-registered" ->
                event.payload().path("personal").path("company").asString("");
            case "client-profile-changed" ->
                event.payload().path("personal").path("name").asString("");
            case "purchase-recorded" -> event.payload().path("reference").asString("");
            case "account-manager-assigned", "client-departed" ->
                event.payload().path("reason").asString("");
            default -> "";
        };
    }
}
