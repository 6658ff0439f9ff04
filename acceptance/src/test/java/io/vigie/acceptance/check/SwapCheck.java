package io.vigie.acceptance.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Each partition changed from model to model at the positions that were recorded: what came before was scored by the earlier
 * one, what came after by the later, and a challenger said something of everything that came while it was one. A new challenger
 * also answers to what was scored last before it, and may do so once more when an event is faster; it says the same then.
 */
final class SwapCheck {

    private final List<String> findings = new ArrayList<>();
    private final Map<Integer, TreeMap<Long, JsonNode>> byPartition = new HashMap<>();

    private SwapCheck(Evidence evidence) {
        evidence.deployed().swaps().forEach(this::swapped);
        Map<String, List<JsonNode>> shadows = new HashMap<>();
        for (JsonNode shadow : evidence.deployed().shadows()) {
            shadows.computeIfAbsent(place(shadow), any -> new ArrayList<>()).add(shadow);
        }
        Set<String> given = new HashSet<>();
        evidence.scores().values().stream().flatMap(List::stream).forEach(score -> {
            given.add(place(score));
            if (score.path("source").isObject()) {
                scored(score, shadows.getOrDefault(place(score), List.of()));
            }
        });
        shadows.forEach((place, said) -> {
            if (!given.contains(place)) {
                findings.add(place + " has a shadow and no score");
            }
            Map<String, String> byModel = new HashMap<>();
            for (JsonNode shadow : said) {
                String answer = shadow.path("probability").toString();
                String before = byModel.putIfAbsent(sha256(shadow.path("model")), answer);
                if (before != null && !before.equals(answer)) {
                    findings.add(place + " has shadows of one model that differ");
                }
            }
        });
    }

    static List<String> findings(Evidence evidence) {
        return evidence.deployed().swaps().isEmpty() ? List.of() : new SwapCheck(evidence).findings;
    }

    private void swapped(JsonNode swap) {
        int partition = swap.path("partition").asInt();
        TreeMap<Long, JsonNode> before = byPartition.computeIfAbsent(partition, any -> new TreeMap<>());
        long revision = swap.path("revision").asLong();
        long offset = swap.path("offset").asLong();
        if (!before.isEmpty()) {
            JsonNode last = before.values().stream()
                    .max(Comparator.comparingLong(any -> any.path("revision").asLong()))
                    .orElseThrow();
            if (revision <= last.path("revision").asLong() || offset < before.lastKey()) {
                findings.add("partition %d goes from %s to %s".formatted(partition, last, swap));
            }
        }
        // Where two begin at the same event, the first one scored none.
        before.put(offset, swap);
    }

    private void scored(JsonNode score, List<JsonNode> shadows) {
        JsonNode source = score.path("source");
        var swaps = byPartition.get(source.path("partition").asInt());
        var swap = swaps == null ? null : swaps.floorEntry(source.path("offset").asLong());
        if (swap == null) {
            findings.add(place(score) + " was scored before any model was in use");
            return;
        }
        String champion = sha256(swap.getValue().path("champion"));
        if (!champion.equals(sha256(score.path("model")))) {
            findings.add("%s is by %s, where %s was in use".formatted(place(score), score.path("model"), swap));
        }
        String challenger = sha256(swap.getValue().path("challenger"));
        if (!challenger.isEmpty()
                && shadows.stream()
                        .noneMatch(shadow -> sha256(shadow.path("model")).equals(challenger))) {
            findings.add(place(score) + " lacks the shadow of " + challenger);
        }
        for (JsonNode shadow : shadows) {
            if (shadow.path("trigger").asString("").equals("event")
                    && !sha256(shadow.path("model")).equals(challenger)) {
                findings.add(place(score) + " has a shadow of another than " + challenger);
            }
        }
    }

    private static String sha256(JsonNode model) {
        return model.path("sha256").asString("");
    }

    private static String place(JsonNode score) {
        return score.path("clientId").asString() + " score "
                + score.path("scoreSequence").asLong();
    }
}
