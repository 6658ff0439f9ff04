package io.vigie.query.platform;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What whoever must not know who somebody is may read: ids, numbers, days, states, bands and what the model made of them.
 * A field that isn't named here is left out, so a new one is until somebody has thought about it.
 */
final class HarmlessFields {

    private static final String CLIENT = """
            clientId state age years onboardedOn totalPurchase numSites accountManager.accountManagerId managedElsewhere
            status version risk.score risk.band risk.reasons.feature risk.reasons.value risk.reasons.contribution
            risk.reasons.text risk.model risk.modelVersion risk.scoredAt risk.clientVersion""";

    private static final String EVENT = """
            version eventId type revision time payload.clientId payload.state payload.age payload.onboardedOn
            payload.years payload.totalPurchase payload.numSites payload.amount payload.purchasedAt payload.leftOn
            payload.accountManagerId payload.previousAccountManagerId payload.freedAccountManagerId
            payload.managedElsewhere""";

    private static final String SCORE = """
            scoreId clientId clientVersion eventId scoreSequence outcome trigger probability baseValue band
            reasons.feature reasons.value reasons.contribution reasons.text other features.* outOfRange model.name model.version
            model.sha256 model.engine scoredAt source.partition source.offset""";

    private static final String WHAT_IF = "clientId clientVersion model.name model.version model.sha256 model.engine "
            + estimate("before") + " " + estimate("after");

    private static final String ACCOUNT_MANAGER = "accountManagerId status capacity load atRisk valueAtRisk version";

    /** The reason is a sentence of ours, see {@link io.vigie.contracts.Headers#DEAD_LETTER_REASON}. */
    private static final String DEAD_LETTER = "deadLetterId consumer origin reason time state decidedAt";

    private static final String BAND_CHANGES = "version against clients unscorable changed " + moves("from")
            + " items.clientId items.before items.after items.bandBefore items.bandAfter";

    private static final String COMPARISON =
            "champion challenger clients agreement correlation meanDifference scatter.x"
                    + " scatter.y scatter.n " + moves("bandChanges") + " disagreements.clientId disagreements.champion"
                    + " disagreements.challenger disagreements.championBand disagreements.challengerBand departures"
                    + " outcomes.champion.* outcomes.challenger.*";

    private static final String RISK_HISTORIES = "items.clientId items.points.at items.points.score";

    private static final Map<String, HarmlessFields> BY_ADDRESS = Map.ofEntries(
            Map.entry("/api/clients", page(CLIENT)),
            Map.entry("/api/clients/{clientId}", new HarmlessFields(CLIENT)),
            Map.entry("/api/clients/{clientId}/events", page(EVENT)),
            Map.entry("/api/clients/{clientId}/scores", page(SCORE)),
            Map.entry("/api/clients/{clientId}/what-if", new HarmlessFields(WHAT_IF)),
            Map.entry("/api/events", page("clientId " + EVENT)),
            // It writes its patches itself, which hold nothing else for anybody; of any other answer nothing is let
            // through.
            Map.entry("/api/stream", new HarmlessFields("")),
            Map.entry("/api/risk/moves", page(CLIENT + " from to movedAt").and("up down")),
            Map.entry("/api/risk/histories", new HarmlessFields(RISK_HISTORIES)),
            Map.entry("/api/account-managers", page(ACCOUNT_MANAGER)),
            Map.entry("/api/account-managers/{accountManagerId}", new HarmlessFields(ACCOUNT_MANAGER)),
            Map.entry("/api/dead-letters", page(DEAD_LETTER)),
            Map.entry("/api/dead-letters/{deadLetterId}", new HarmlessFields(DEAD_LETTER)),
            Map.entry("/api/models/{name}/versions/{version}/band-changes", new HarmlessFields(BAND_CHANGES)),
            Map.entry("/api/models/{name}/comparison", new HarmlessFields(COMPARISON)));

    private static final HarmlessFields NONE = new HarmlessFields("");

    private final Set<String> paths;

    private HarmlessFields(String paths) {
        this.paths = Set.of(paths.split("\\s+"));
    }

    private static String estimate(String name) {
        return "%1$s.score %1$s.baseValue %1$s.band %1$s.reasons.feature %1$s.reasons.value %1$s.reasons.contribution %1$s.reasons.text %1$s.other %1$s.features.* %1$s.outOfRange"
                .formatted(name);
    }

    private static String moves(String name) {
        return "%1$s.low.* %1$s.medium.* %1$s.high.*".formatted(name);
    }

    private static HarmlessFields page(String item) {
        return new HarmlessFields("next items." + String.join(" items.", item.split("\\s+")));
    }

    private HarmlessFields and(String more) {
        return new HarmlessFields(String.join(" ", paths) + " " + more);
    }

    /** Those of the answers at an address, by the pattern that its controller names; none where nobody named any. */
    static HarmlessFields at(String pattern) {
        return BY_ADDRESS.getOrDefault(pattern, NONE);
    }

    /** The same answer with nothing else in it. */
    JsonNode of(JsonNode answer) {
        JsonNode harmless = harmless("", answer);
        return harmless == null ? JsonNodeFactory.instance.objectNode() : harmless;
    }

    /** Null for what is left out. */
    private @Nullable JsonNode harmless(String path, JsonNode node) {
        if (node.isObject()) {
            ObjectNode kept = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> {
                String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                JsonNode value = harmless(name, field.getValue());
                if (value != null) {
                    kept.set(field.getKey(), value);
                }
            });
            return kept.isEmpty() && !path.isEmpty() ? null : kept;
        }
        if (node.isArray()) {
            ArrayNode kept = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> {
                JsonNode value = harmless(path, item);
                if (value != null) {
                    kept.add(value);
                }
            });
            return kept.isEmpty() && !node.isEmpty() ? null : kept;
        }
        return paths.contains(path) || (node.isNumber() && paths.contains(path.replaceFirst("[^.]+$", "*")))
                ? node
                : null;
    }
}
