package io.vigie.pmml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An output with what each input did to it. */
public sealed interface Reasons {

    /**
     * There are some. {@code base} plus all shares is {@code value}, to 1e-9 or, where one of them is larger
     * than 1, to 1e-9 of the largest: so much is lost by rounding where coalitions are worth far more than the record.
     *
     * @param output its name
     * @param value of the output
     * @param base its average over the background
     * @param shares Shapley value of each input, in the output's unit; positive raises it
     * @param standardErrors of the shares; empty when they are exact
     * @param reasonCodes the model's own, the weightiest first; empty unless it is a scorecard that has some
     */
    record Explained(
            String output,
            double value,
            double base,
            Map<String, Double> shares,
            Map<String, Double> standardErrors,
            List<String> reasonCodes)
            implements Reasons {

        /** Copies and keeps the order. */
        public Explained {
            shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
            standardErrors = Collections.unmodifiableMap(new LinkedHashMap<>(standardErrors));
            reasonCodes = List.copyOf(reasonCodes);
        }

        /** Whether every coalition was asked for. */
        public boolean exact() {
            return standardErrors.isEmpty();
        }
    }

    /**
     * There are none.
     *
     * @param reason one sentence, without the values that were given
     */
    record Refused(String reason) implements Reasons {}
}
