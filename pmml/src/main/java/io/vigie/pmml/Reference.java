package io.vigie.pmml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is kept beside a model document: where explanations start from and what training saw.
 *
 * @param referencePoint for each input the training mean of a number, the mode of a category
 * @param trainingRanges for each input
 */
public record Reference(Map<String, Double> referencePoint, Map<String, Range> trainingRanges) {

    /** Copies, keeps the order, demands finite numbers and the same inputs in both. */
    public Reference {
        referencePoint = Collections.unmodifiableMap(new LinkedHashMap<>(referencePoint));
        trainingRanges = Collections.unmodifiableMap(new LinkedHashMap<>(trainingRanges));
        if (!referencePoint.keySet().equals(trainingRanges.keySet())) {
            throw new IllegalArgumentException("reference point and training ranges must name the same inputs");
        }
        if (!referencePoint.values().stream().allMatch(Double::isFinite)
                || !trainingRanges.values().stream().allMatch(range -> range.min() <= range.max())) {
            throw new IllegalArgumentException("reference point and training ranges must be finite");
        }
    }

    /** The same for some of the inputs only, in their order. */
    Reference of(List<String> inputs) {
        Map<String, Double> point = new LinkedHashMap<>();
        Map<String, Range> ranges = new LinkedHashMap<>();
        for (String input : inputs) {
            point.put(input, Objects.requireNonNull(referencePoint.get(input)));
            ranges.put(input, Objects.requireNonNull(trainingRanges.get(input)));
        }
        return new Reference(point, ranges);
    }
}
