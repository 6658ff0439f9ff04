package io.vigie.pmml.compiled;

/** The number of a model's answer that is asked for, for inputs that are all there. May be asked from many threads. */
@FunctionalInterface
public interface Predictor {

    /**
     * The number, or NaN where only the evaluator can tell: for an input that it might cut, replace or refuse, and for a
     * record to which the model gives no answer.
     *
     * @param inputs in the order that the predictor was made for; left as they are
     */
    double of(double[] inputs);
}
