package io.vigie.contracts.model;

import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of a model as it is handed out; value on {@code vigie.models.v1} under the key {@link #key()}.
 *
 * @param name of the model
 * @param version counted from 1, immutable
 * @param sha256 of the document, hexadecimal, lower case: whoever reads it checks it
 * @param document PMML of at most 20 MB, in Base64
 * @param referencePoint where explanations start from: for each input the mean of a number or the mode of a category;
 *     empty when nobody knows
 * @param trainingRanges what training saw of the inputs that are numbers; empty when nobody knows
 * @param card the model card as whoever trained it wrote it, null for none
 */
public record ModelArtefact(
        String name,
        int version,
        String sha256,
        String document,
        Map<String, Object> referencePoint,
        Map<String, Limits> trainingRanges,
        @Nullable Map<String, Object> card) {

    /**
     * The smallest and largest value of an input.
     *
     * @param min finite
     * @param max finite, at least {@code min}
     */
    public record Limits(double min, double max) {}

    /** Copies the maps and keeps their order. */
    public ModelArtefact {
        referencePoint = Collections.unmodifiableMap(new LinkedHashMap<>(referencePoint));
        trainingRanges = Collections.unmodifiableMap(new LinkedHashMap<>(trainingRanges));
        card = card == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(card));
    }

    /** The document as it was uploaded. */
    public byte[] bytes() {
        return Base64.getDecoder().decode(document);
    }

    /** {@code churn/2}. */
    public String key() {
        return name + "/" + version;
    }
}
