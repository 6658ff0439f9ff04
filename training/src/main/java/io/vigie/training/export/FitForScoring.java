package io.vigie.training.export;

import io.vigie.pmml.ModelRefused;
import io.vigie.pmml.Models;
import io.vigie.pmml.Reference;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether the scoring side takes a document as it is.
 *
 * @param usable whether it does
 * @param why one sentence when it doesn't, else empty
 */
public record FitForScoring(boolean usable, String why) {

    /** Loads it as the scoring side would: check of the document, verification rows, trial evaluations. */
    public static FitForScoring of(String name, byte[] document, ReferencePoint reference) {
        if (!reference.trainingCategories().isEmpty()) {
            return new FitForScoring(
                    false,
                    "It asks for words ("
                            + String.join(", ", reference.trainingCategories().keySet())
                            + "), and scoring takes numbers only.");
        }
        Map<String, Double> point = new LinkedHashMap<>();
        reference.referencePoint().forEach((input, value) -> point.put(input, (Double) value));
        try {
            Models.load(name, 1, document, new Reference(point, reference.trainingRanges()));
            return new FitForScoring(true, "");
        } catch (ModelRefused refused) {
            return new FitForScoring(false, "Scoring refuses it: " + refused.getMessage() + ".");
        }
    }
}
