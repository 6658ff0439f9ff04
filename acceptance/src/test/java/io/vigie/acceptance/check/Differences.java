package io.vigie.acceptance.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Collects what a view says otherwise than the events do. */
final class Differences {

    private static final double CLOSE = 1e-9;

    private final List<String> findings = new ArrayList<>();

    List<String> findings() {
        return findings;
    }

    void add(String finding) {
        findings.add(finding);
    }

    /** Texts, whole numbers, truths and days; null stands for JSON's null. */
    void same(String whose, String what, @Nullable Object expected, JsonNode shown) {
        String actual = shown.isNull() || shown.isMissingNode() ? null : shown.asString(shown.toString());
        same(whose, what, expected, actual);
    }

    void same(String whose, String what, @Nullable Object expected, @Nullable Object actual) {
        if (!Objects.equals(told(expected), told(actual))) {
            add("%s: %s is %s, by the events %s".formatted(whose, what, actual, expected));
        }
    }

    private static @Nullable String told(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Any JSON. */
    void alike(String whose, String what, JsonNode expected, JsonNode shown) {
        if (!Same.json(expected, shown)) {
            add("%s: %s is %s, by the events %s".formatted(whose, what, shown, expected));
        }
    }

    void close(String whose, String what, double expected, JsonNode shown) {
        if (!(Math.abs(shown.asDouble(Double.NaN) - expected) <= CLOSE)) {
            add("%s: %s is %s, by the events %s".formatted(whose, what, shown, expected));
        }
    }
}
