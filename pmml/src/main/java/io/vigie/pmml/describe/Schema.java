package io.vigie.pmml.describe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model is, asks for and answers.
 *
 * @param modelType name of the model's PMML element, for instance {@code TreeModel}
 * @param function its mining function, for instance {@code classification}
 * @param modelName as the document says it
 * @param pmmlVersion 3.2 to 4.4
 * @param producer the application that made the document
 * @param producerVersion of that application
 * @param elements how many the document has, without attributes and texts
 * @param inputs in the model's order
 * @param targets what is predicted
 * @param outputs of every evaluation, in the model's order; those that the document doesn't declare are synthetic
 */
public record Schema(
        String modelType,
        String function,
        @Nullable String modelName,
        String pmmlVersion,
        @Nullable String producer,
        @Nullable String producerVersion,
        int elements,
        List<Input> inputs,
        List<Target> targets,
        List<Output> outputs) {

    /** Copies. */
    public Schema {
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
        outputs = List.copyOf(outputs);
    }

    /**
     * A field that can be given.
     *
     * @param dataType PMML's word: {@code string}, {@code integer}, {@code double}, {@code boolean}, {@code date}, …
     * @param optype {@code continuous}, {@code categorical} or {@code ordinal}
     * @param values that are valid; empty when any is
     * @param missingMarks texts that stand for a missing value
     * @param intervals that are valid; empty when any number is
     * @param invalid what happens to a value that isn't valid: {@code returnInvalid}, {@code asIs}, {@code asMissing}, …
     * @param invalidReplacement the value that takes its place
     * @param missing how the replacement of a missing value was chosen
     * @param missingReplacement the value that takes its place
     * @param outliers {@code asIs}, {@code asMissingValues} or {@code asExtremeValues}
     * @param low the smallest value that is no outlier
     * @param high the largest value that is no outlier
     * @param required whether a record without it gets no answer
     */
    public record Input(
            String name,
            String dataType,
            String optype,
            List<String> values,
            List<String> missingMarks,
            List<Interval> intervals,
            String invalid,
            @Nullable String invalidReplacement,
            @Nullable String missing,
            @Nullable String missingReplacement,
            String outliers,
            @Nullable Double low,
            @Nullable Double high,
            boolean required) {

        /** Copies. */
        public Input {
            values = List.copyOf(values);
            missingMarks = List.copyOf(missingMarks);
            intervals = List.copyOf(intervals);
        }

        /** Whether it is a number. */
        public boolean numeric() {
            return dataType.equals("double") || dataType.equals("float") || dataType.equals("integer");
        }

        /** The same, with what was found out about {@code required}. */
        public Input required(boolean found) {
            return new Input(
                    name,
                    dataType,
                    optype,
                    values,
                    missingMarks,
                    intervals,
                    invalid,
                    invalidReplacement,
                    missing,
                    missingReplacement,
                    outliers,
                    low,
                    high,
                    found);
        }
    }

    /**
     * Valid numbers.
     *
     * @param closure PMML's word, for instance {@code closedOpen}
     * @param left null when it has no left end
     * @param right null when it has no right end
     */
    public record Interval(
            String closure, @Nullable Double left, @Nullable Double right) {}

    /**
     * What is predicted.
     *
     * @param name in the answer
     * @param categories of a classification that the document lists
     */
    public record Target(String name, String dataType, String optype, List<String> categories) {

        /** Copies. */
        public Target {
            categories = List.copyOf(categories);
        }
    }

    /**
     * A part of the answer.
     *
     * @param name in the answer
     * @param dataType null when it is that of the prediction
     * @param feature PMML's word, for instance {@code probability}
     * @param value the category whose probability it is
     * @param synthetic whether the document doesn't declare it
     */
    public record Output(
            String name,
            @Nullable String dataType,
            String feature,
            @Nullable String value,
            boolean synthetic) {}
}
