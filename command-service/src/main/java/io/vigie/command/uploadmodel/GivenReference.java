package io.vigie.command.uploadmodel;

import io.vigie.command.platform.Checks;
import io.vigie.pmml.Range;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What training says of a model's inputs, as {@code reference.json} has it.
 *
 * @param referencePoint numbers, texts and truth values; empty when nobody knows
 * @param trainingRanges of numbers; empty when nobody knows
 */
record GivenReference(Map<String, Object> referencePoint, Map<String, Range> trainingRanges) {

    private static final Set<String> NAMES = Set.of("referencePoint", "trainingRanges", "trainingCategories");

    GivenReference {
        referencePoint = Collections.unmodifiableMap(new LinkedHashMap<>(referencePoint));
        trainingRanges = Collections.unmodifiableMap(new LinkedHashMap<>(trainingRanges));
    }

    /** Empty when there is none; faults are noted in {@code checks}. */
    static GivenReference of(Checks checks, byte @Nullable [] part) {
        Map<String, Object> point = new LinkedHashMap<>();
        Map<String, Range> ranges = new LinkedHashMap<>();
        JsonNode read = UploadedJson.object(checks, "reference", part);
        if (read != null) {
            if (!NAMES.containsAll(read.propertyNames())) {
                checks.fault("reference", "takes referencePoint, trainingRanges and trainingCategories", "");
            }
            read.path("referencePoint")
                    .properties()
                    .forEach(entry -> point.put(entry.getKey(), typical(checks, entry)));
            read.path("trainingRanges").properties().forEach(entry -> ranges.put(entry.getKey(), range(checks, entry)));
        }
        return new GivenReference(point, ranges);
    }

    boolean isEmpty() {
        return referencePoint.isEmpty() && trainingRanges.isEmpty();
    }

    /** What it says of these inputs. */
    GivenReference of(List<String> inputs) {
        Map<String, Object> point = new LinkedHashMap<>(referencePoint);
        point.keySet().retainAll(inputs);
        Map<String, Range> ranges = new LinkedHashMap<>(trainingRanges);
        ranges.keySet().retainAll(inputs);
        return new GivenReference(point, ranges);
    }

    /** As it is kept. */
    String json() {
        return UploadedJson.MAPPER.writeValueAsString(this);
    }

    private static Object typical(Checks checks, Map.Entry<String, JsonNode> entry) {
        JsonNode value = entry.getValue();
        if (value.isNumber()) {
            return value.doubleValue();
        }
        if (value.isString()) {
            return value.stringValue();
        }
        return value.isBoolean()
                ? (Object) value.booleanValue()
                : checks.fault("reference", "referencePoint must hold numbers, texts and truth values", "");
    }

    private static Range range(Checks checks, Map.Entry<String, JsonNode> entry) {
        JsonNode min = entry.getValue().path("min");
        JsonNode max = entry.getValue().path("max");
        return min.isNumber() && max.isNumber() && min.doubleValue() <= max.doubleValue()
                ? new Range(min.doubleValue(), max.doubleValue())
                : checks.fault(
                        "reference",
                        "trainingRanges must hold numbers min and max, min not above max",
                        new Range(0, 0));
    }
}
