package io.vigie.pmml;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A predictive model that answers with the probability of one thing, ready to be asked from many threads at once. */
public interface Model {

    /** Name in the model folder, for instance {@code churn}. */
    String name();

    /** Counted from 1; a version never changes once published. */
    int version();

    /** SHA-256 of the model document, hexadecimal, lower case. */
    String sha256();

    /** Name and version of the evaluator. */
    String engine();

    /** Names of the numbers that must be given, in the model's order. */
    List<String> inputs();

    /** Where explanations start from: a value for each input. */
    Map<String, Double> referencePoint();

    /** The smallest and largest value of each input in training. */
    Map<String, Range> trainingRanges();

    /**
     * Whether the document declares the value valid: by its list of values where it has one, otherwise by its intervals. True for
     * what isn't an input.
     *
     * @param value finite
     */
    default boolean allows(String input, double value) {
        return true;
    }

    /**
     * The probability for these features. Values out of the training range are answered too.
     *
     * @param features at least every input; a missing, NaN or infinite one is refused, surplus ones are ignored
     */
    Evaluation evaluate(Map<String, Double> features);

    /**
     * The probability with its reasons: the exact Shapley values, on the probability, over every coalition of inputs
     * against {@link #referencePoint()}.
     *
     * @param features as for {@link #evaluate}
     */
    Explanation explain(Map<String, Double> features);

    /**
     * The same within a time: when there isn't enough of it, the probability without its reasons.
     *
     * @param features as for {@link #evaluate}
     * @param limit after which no further coalition is asked for; none is when it is zero
     */
    Explanation explain(Map<String, Double> features, Duration limit);
}
