package io.vigie.query.showmodelversion;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How good a version was in its training, by one measure.
 *
 * @param mean over all folds, or the one value there is
 * @param standardDeviation between the folds; null when the card doesn't say
 * @param standardError of the mean; null when the card doesn't say
 * @param n how many folds; null when the card doesn't say
 */
record Measure(
        double mean,
        @Nullable Double standardDeviation,
        @Nullable Double standardError,
        @Nullable Integer n) {

    /**
     * What {@code measures} of a card says, as training writes it; a plain number is a mean. Cards are anybody's: what isn't
     * understood is left out here, and is in the card.
     */
    static Map<String, Measure> of(@Nullable JsonNode card) {
        Map<String, Measure> measures = new LinkedHashMap<>();
        if (card != null) {
            card.path("measures").properties().forEach(one -> {
                JsonNode told = one.getValue();
                JsonNode mean = told.isNumber() ? told : told.path("mean");
                if (mean.isNumber()) {
                    measures.put(
                            one.getKey(),
                            new Measure(
                                    mean.doubleValue(),
                                    number(told.path("standardDeviation")),
                                    number(told.path("standardError")),
                                    told.path("n").canConvertToInt()
                                            ? told.path("n").intValue()
                                            : null));
                }
            });
        }
        return measures;
    }

    private static @Nullable Double number(JsonNode value) {
        return value.isNumber() ? value.doubleValue() : null;
    }
}
