package io.vigie.pmml;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dmg.pmml.MiningFunction;
import org.dmg.pmml.ResultFeature;
import org.jpmml.evaluator.Computable;
import org.jpmml.evaluator.EvaluatorUtil;
import org.jpmml.evaluator.HasProbability;
import org.jpmml.evaluator.ModelEvaluator;
import org.jpmml.evaluator.OutputField;
import org.jpmml.evaluator.TargetField;
import org.jspecify.annotations.Nullable;

/** Which number of a model's answer is the risk. */
sealed interface Risk {

    /** Words for what a risk is the risk of. */
    Set<String> POSITIVE = Set.of("1", "1.0", "true", "yes", "y", "churn", "churned", "left", "exited", "positive");

    /** Words for its contrary: the probability of one of these alone would be a risk upside down. */
    Set<String> NEGATIVE = Set.of(
            "0",
            "0.0",
            "false",
            "no",
            "n",
            "stay",
            "stayed",
            "stays",
            "retained",
            "active",
            "loyal",
            "kept",
            "negative");

    String REMEDY =
            "Declare one OutputField with feature=\"probability\" and the category of those who leave as its value.";

    /** Of these results; null when there is none. */
    @Nullable
    Number in(Map<String, ?> results);

    /** Under which name a record's answer has it. */
    String output();

    /** The category whose probability it is; null when it is a predicted number. */
    @Nullable
    String category();

    /**
     * Finds it: the probability of the positive category, or the only probability that is declared, or the predicted number.
     *
     * @throws ModelRefused when there is none, or several
     */
    static Risk of(ModelEvaluator<?> evaluator) {
        MiningFunction function = evaluator.getMiningFunction();
        List<TargetField> targets = evaluator.getTargetFields();
        if (targets.size() == 1 && function == MiningFunction.REGRESSION) {
            return new Predicted(targets.get(0).getName());
        }
        if (targets.size() == 1 && function == MiningFunction.CLASSIFICATION) {
            List<OutputField> declared = declared(evaluator);
            return declared.isEmpty() ? ofCategory(targets.get(0)) : ofOutput(declared);
        }
        throw new ModelRefused(
                "Output",
                "the answer is neither a probability nor a number",
                "Export a classification or a regression.");
    }

    /** An output that has the probability of a category. */
    static Risk declared(OutputField output) {
        return new Declared(output.getName(), String.valueOf(output.getField().getValue()));
    }

    private static List<OutputField> declared(ModelEvaluator<?> evaluator) {
        return evaluator.getOutputFields().stream()
                .filter(field -> field.getField().getResultFeature() == ResultFeature.PROBABILITY)
                .filter(field -> field.getField().getValue() != null && field.isFinalResult())
                .toList();
    }

    private static Risk ofOutput(List<OutputField> declared) {
        List<OutputField> positive = declared.stream()
                .filter(field -> POSITIVE.contains(word(field.getField().getValue())))
                .toList();
        // What the model itself declares comes before what one of its segments does.
        int depth = positive.stream().mapToInt(OutputField::getDepth).min().orElse(0);
        List<OutputField> nearest =
                positive.stream().filter(field -> field.getDepth() == depth).toList();
        if (nearest.size() == 1) {
            return declared(nearest.get(0));
        }
        if (positive.isEmpty() && declared.size() == 1) {
            OutputField only = declared.get(0);
            if (NEGATIVE.contains(word(only.getField().getValue()))) {
                throw new ModelRefused("Output", "it has only the probability of those who stay", REMEDY);
            }
            return declared(only);
        }
        throw unclear(nearest.isEmpty() ? "none" : "more than one");
    }

    private static Risk ofCategory(TargetField target) {
        List<Object> categories = Objects.requireNonNullElse(target.getCategories(), List.of());
        List<Object> positive = categories.stream()
                .filter(category -> POSITIVE.contains(word(category)))
                .toList();
        if (positive.size() != 1) {
            throw unclear(positive.isEmpty() ? "none" : "more than one");
        }
        return new OfCategory(target.getName(), positive.get(0));
    }

    private static ModelRefused unclear(String how) {
        return new ModelRefused("Output", how + " of its probabilities is that of a client who leaves", REMEDY);
    }

    private static String word(@Nullable Object category) {
        return String.valueOf(category).trim().toLowerCase(Locale.ROOT);
    }

    /** An output that the document declares. */
    record Declared(String output, String category) implements Risk {
        @Override
        public @Nullable Number in(Map<String, ?> results) {
            return results.get(output) instanceof Number number ? number : null;
        }
    }

    /** A probability that the document doesn't declare; the target may be without a name. */
    record OfCategory(@Nullable String target, Object wanted) implements Risk {
        @Override
        public @Nullable Number in(Map<String, ?> results) {
            // A category that nobody voted for isn't among those of the answer and has 0.
            return results.get(target) instanceof HasProbability answer
                            && !answer.getCategories().isEmpty()
                    ? answer.getProbability(wanted)
                    : null;
        }

        @Override
        public String output() {
            return SchemaReader.probability(wanted);
        }

        @Override
        public String category() {
            return String.valueOf(wanted);
        }
    }

    /** What a regression predicts. */
    record Predicted(@Nullable String target) implements Risk {
        @Override
        public @Nullable Number in(Map<String, ?> results) {
            Object value = results.get(target);
            return (value instanceof Computable ? EvaluatorUtil.decode(value) : value) instanceof Number number
                    ? number
                    : null;
        }

        @Override
        public String output() {
            return Objects.requireNonNullElse(target, SchemaReader.PREDICTION);
        }

        @Override
        public @Nullable String category() {
            return null;
        }
    }
}
