package io.vigie.pmml;

/** A model's answer. */
public sealed interface Evaluation {

    /**
     * There is one.
     *
     * @param probability finite, 0–1
     */
    record Scored(double probability) implements Evaluation {}

    /**
     * There is none.
     *
     * @param reason one sentence, without the values that were given
     */
    record Refused(String reason) implements Evaluation {}
}
