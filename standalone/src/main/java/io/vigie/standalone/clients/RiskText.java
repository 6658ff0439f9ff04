package io.vigie.standalone.clients;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A risk in words: 0–100, and reasons with their share in points. */
public final class RiskText {

    private static final Map<String, String> WORDS = Map.of(
            "Age", "age",
            "Total_Purchase", "purchases",
            "Account_Manager", "account manager",
            "Years", "years",
            "Num_Sites", "sites");

    private RiskText() {}

    /** The probability in per cent with one decimal, or null without a score. */
    public static @Nullable String percent(JsonNode client) {
        return inPercent(client.path("risk").path("score"));
    }

    /** A probability in per cent with one decimal, or null when it is none. */
    public static @Nullable String inPercent(JsonNode probability) {
        return probability.isNumber() ? String.format(Locale.ROOT, "%.1f", probability.doubleValue() * 100) : null;
    }

    /** The band, or null without a score. */
    public static @Nullable String band(JsonNode client) {
        JsonNode band = client.path("risk").path("band");
        return band.isString() ? band.stringValue() : null;
    }

    /** As {@code sites 11 (+23), age 44 (-1)}, or null without a score. */
    public static @Nullable String reasons(JsonNode client) {
        return listed(client.path("risk").path("reasons"));
    }

    /** The same for the reasons themselves. */
    public static @Nullable String listed(JsonNode reasons) {
        return reasons.isEmpty()
                ? null
                : StreamSupport.stream(reasons.spliterator(), false)
                        .map(RiskText::reason)
                        .collect(Collectors.joining(", "));
    }

    private static String reason(JsonNode reason) {
        String feature = reason.path("feature").asString("");
        double value = reason.path("value").doubleValue(0);
        String shown = feature.equals("Account_Manager") ? (value > 0 ? "yes" : "no") : number(value);
        double points = reason.path("contribution").doubleValue(0) * 100;
        return WORDS.getOrDefault(feature, feature) + " " + shown + String.format(Locale.ROOT, " (%+.0f)", points);
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%,.0f" : "%.1f", value);
    }

    /** The manager's name, else its id, else where the client is looked after; null for nobody. */
    public static @Nullable String manager(JsonNode client) {
        JsonNode manager = client.path("accountManager");
        if (manager.isObject()) {
            return manager.path("name").isString()
                    ? manager.path("name").stringValue()
                    : manager.path("accountManagerId").asString("");
        }
        return client.path("managedElsewhere").booleanValue(false) ? "elsewhere" : null;
    }

    /** A text of a client, or null. */
    public static @Nullable String text(JsonNode client, String field) {
        return client.path(field).isString() ? client.path(field).stringValue() : null;
    }
}
