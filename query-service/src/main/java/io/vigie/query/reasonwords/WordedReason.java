package io.vigie.query.reasonwords;

import io.vigie.contracts.score.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A reason as people are told it.
 *
 * @param feature name of the model's input
 * @param value what the client's value was
 * @param contribution Shapley value on the probability, −1 to 1; positive raises the risk
 * @param text the same in words, in the language that was asked for
 */
public record WordedReason(String feature, double value, double contribution, String text) {

    /**
     * Those reasons in words.
     *
     * @param averages of the model's inputs where it learned, as far as they are known
     * @param language see {@link ReasonWords#of}
     */
    public static List<WordedReason> of(List<Reason> reasons, Map<String, Double> averages, Locale language) {
        return reasons.stream()
                .map(reason -> new WordedReason(
                        reason.feature(),
                        reason.value(),
                        reason.contribution(),
                        ReasonWords.of(reason, averages.get(reason.feature()), language)))
                .toList();
    }
}
