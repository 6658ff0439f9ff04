package io.vigie.training.fit;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Values of hyper-parameters, by Spark's names for them.
 *
 * @param values empty where a candidate has none to choose
 */
public record Setting(Map<String, Double> values) {

    /** Keeps a copy. */
    public Setting {
        values = Map.copyOf(values);
    }

    double value(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name + " in " + values);
        }
        return value;
    }

    int whole(String name) {
        return (int) value(name);
    }

    /** For people: {@code maxDepth 4, numTrees 100}. */
    public String told() {
        return values.isEmpty()
                ? "none to choose"
                : new TreeMap<>(values)
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + " "
                                        + (entry.getValue() == Math.rint(entry.getValue())
                                                ? Long.toString(entry.getValue().longValue())
                                                : entry.getValue().toString()))
                                .collect(Collectors.joining(", "));
    }
}
