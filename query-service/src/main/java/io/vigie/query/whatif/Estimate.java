package io.vigie.query.whatif;

import io.vigie.contracts.score.Band;
import io.vigie.contracts.score.Bands;
import io.vigie.contracts.score.Reasons;
import io.vigie.pmml.Explanation.Explained;
import io.vigie.pmml.Model;
import io.vigie.query.reasonwords.InputFacts;
import io.vigie.query.reasonwords.WordedReason;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the model says of a client, real or thought of. {@code baseValue} + reasons + {@code other} = {@code score}, to 1e-9.
 *
 * @param score probability of leaving, 0–1
 * @param baseValue the probability at the model's reference point, 0–1
 * @param reasons at most three, the largest contributions first
 * @param other the sum of all contributions that are not among the reasons
 * @param features what the model was given, by its own names
 * @param outOfRange names of the features outside of the range seen in training: there the model guesses
 */
record Estimate(
        double score,
        double baseValue,
        Band band,
        List<WordedReason> reasons,
        double other,
        Map<String, Double> features,
        List<String> outOfRange) {

    /** The same in the band that was told then. */
    Estimate in(Band told) {
        return new Estimate(score, baseValue, told, reasons, other, features, outOfRange);
    }

    static Estimate of(
            Model model,
            Bands bands,
            Map<String, Double> features,
            Explained explained,
            InputFacts facts,
            Locale language) {
        Reasons reasons = Reasons.of(explained.contributions(), features);
        List<String> outOfRange = model.trainingRanges().entrySet().stream()
                .filter(range -> !range.getValue().contains(features.getOrDefault(range.getKey(), Double.NaN)))
                .map(Map.Entry::getKey)
                .toList();
        return new Estimate(
                explained.probability(),
                explained.baseValue(),
                bands.of(explained.probability()),
                WordedReason.of(reasons.listed(), facts, language),
                reasons.other(),
                features,
                outOfRange);
    }
}
