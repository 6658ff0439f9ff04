package io.vigie.web.openapi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Limits of a schema that let through less than before: what callers send today may be refused tomorrow. */
final class NarrowerLimits {

    private static final Set<String> HIGHEST =
            Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");
    private static final Set<String> LOWEST =
            Set.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");
    private static final Set<String> SHAPES = Set.of("pattern", "multipleOf", "uniqueItems");

    private NarrowerLimits() {}

    /** One phrase for each, in the order of the new schema. */
    static List<String> between(JsonNode before, JsonNode now) {
        List<String> narrower = new ArrayList<>();
        now.properties().forEach(limit -> {
            JsonNode earlier = before.path(limit.getKey());
            if (isNarrower(limit.getKey(), earlier, limit.getValue())) {
                narrower.add(limit.getKey() + " is " + limit.getValue()
                        + (earlier.isMissingNode() ? ", there was none" : ", it was " + earlier));
            }
        });
        return narrower;
    }

    private static boolean isNarrower(String name, JsonNode before, JsonNode now) {
        if (SHAPES.contains(name)) {
            return !before.equals(now);
        }
        if (!HIGHEST.contains(name) && !LOWEST.contains(name)) {
            return false;
        }
        if (!before.isNumber() || !now.isNumber()) {
            return !before.equals(now);
        }
        int change = number(now).compareTo(number(before));
        return HIGHEST.contains(name) ? change < 0 : change > 0;
    }

    private static BigDecimal number(JsonNode limit) {
        return limit.decimalValue();
    }
}
