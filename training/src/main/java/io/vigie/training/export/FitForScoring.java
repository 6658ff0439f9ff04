package io.vigie.training.export;

import io.vigie.contracts.features.ChurnFeatures;
import io.vigie.pmml.ModelRefused;
import io.vigie.pmml.Models;
import io.vigie.pmml.Reference;
import io.vigie.pmml.UploadRules;
import io.vigie.pmml.Uploads;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether clients can be scored with a document as it is: it is one of the model {@link ChurnFeatures#MODEL}, and as such the
 * upload takes it.
 *
 * @param usable whether they can
 * @param why one or two sentences when they can't, else empty
 */
public record FitForScoring(boolean usable, String why) {

    /** Longer than an upload has, so that the answer follows from the document and not from what else the machine does. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Checks what the upload checks: the document, that its inputs are supplied, verification rows, trial evaluations. */
    public static FitForScoring of(String name, byte[] document, ReferencePoint reference) {
        boolean scores = name.equals(ChurnFeatures.MODEL);
        Set<String> words = reference.trainingCategories().keySet();
        try {
            if (!scores) {
                accept(document, Optional.empty());
            } else if (words.isEmpty()) {
                accept(document, Optional.of(Set.copyOf(ChurnFeatures.NAMES)));
                Models.uploaded(name, 1, document, new Reference(numbers(reference), reference.trainingRanges()));
                return new FitForScoring(true, "");
            }
        } catch (ModelRefused refused) {
            return new FitForScoring(
                    false,
                    (scores ? "Scoring refuses it: " : "The upload refuses it: ") + refused.getMessage() + ". "
                            + refused.remedy());
        }
        String why = words.isEmpty()
                ? "Clients are scored by the model " + ChurnFeatures.MODEL + " alone"
                : "It asks for words (" + String.join(", ", words) + "), and scoring takes numbers only";
        return new FitForScoring(
                false, why + (scores ? "." : ": it is good for evaluations, and nothing scores with it yet."));
    }

    private static void accept(byte[] document, Optional<Set<String>> suppliable) {
        Uploads.accept(document, new UploadRules(suppliable, List.of(), PATIENCE));
    }

    private static Map<String, Double> numbers(ReferencePoint reference) {
        Map<String, Double> point = new LinkedHashMap<>();
        reference.referencePoint().forEach((input, value) -> point.put(input, (Double) value));
        return point;
    }
}
