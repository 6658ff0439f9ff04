package io.vigie.query.reasonwords;

import io.vigie.contracts.score.Reason;
import java.util.List;
import java.util.Locale;

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
     * @param facts of the inputs of the model that gave them
     * @param language see {@link ReasonWords}
     */
    public static List<WordedReason> of(List<Reason> reasons, InputFacts facts, Locale language) {
        ReasonWords words = new ReasonWords(Effect.RISK, facts, language);
        return reasons.stream()
                .map(reason -> new WordedReason(
                        reason.feature(),
                        reason.value(),
                        reason.contribution(),
                        words.of(reason.feature(), reason.value(), reason.contribution())))
                .toList();
    }
}
