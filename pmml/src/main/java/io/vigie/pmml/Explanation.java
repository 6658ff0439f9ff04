package io.vigie.pmml;

import java.util.Map;

/** A model's answer with its reasons. */
public sealed interface Explanation {

    /**
     * There is one. {@code baseValue} plus all contributions is {@code probability}, to 1e-9.
     *
     * @param probability finite, 0–1
     * @param baseValue the probability at the reference point, 0–1
     * @param contributions Shapley value of each input on the probability, −1 to 1; positive raises it
     */
    record Explained(double probability, double baseValue, Map<String, Double> contributions) implements Explanation {}

    /**
     * There is an answer, but the time was over before its reasons were there.
     *
     * @param probability finite, 0–1
     * @param baseValue the probability at the reference point, 0–1
     */
    record Unexplained(double probability, double baseValue) implements Explanation {}

    /**
     * There is none.
     *
     * @param reason one sentence, without the values that were given
     */
    record Refused(String reason) implements Explanation {}
}
