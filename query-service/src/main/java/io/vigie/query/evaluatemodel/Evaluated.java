package io.vigie.query.evaluatemodel;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vigie.pmml.Reasons;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the model says of one record.
 *
 * @param outputs by name; absent when there is no answer
 * @param explanation absent unless it was asked for and there is one
 * @param problem why there is no answer, or no explanation, in one sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Evaluated(
        @Nullable Map<String, Object> outputs,
        @Nullable Explained explanation,
        @Nullable String problem) {

    /**
     * What each input did to an output. {@code base} and all shares add up to {@code value}.
     *
     * @param output its name
     * @param base the output at the reference point, or its average over the background
     * @param shares Shapley value of each input, in the output's unit; positive raises it
     * @param words the same by input, in the language that was asked for; of some there is nothing to tell
     * @param standardErrors of the shares; empty when they are exact
     * @param reasonCodes the model's own, the weightiest first
     * @param exact whether every coalition of inputs was asked for
     */
    record Explained(
            String output,
            double value,
            double base,
            Map<String, Double> shares,
            Map<String, String> words,
            Map<String, Double> standardErrors,
            List<String> reasonCodes,
            boolean exact) {

        static Explained of(Reasons.Explained reasons, Map<String, String> words) {
            return new Explained(
                    reasons.output(),
                    reasons.value(),
                    reasons.base(),
                    reasons.shares(),
                    words,
                    reasons.standardErrors(),
                    reasons.reasonCodes(),
                    reasons.exact());
        }
    }

    static Evaluated problem(String reason) {
        return new Evaluated(null, null, reason);
    }
}
