package io.vigie.training.export;

import io.vigie.training.prepare.Feature;
import io.vigie.training.prepare.Feature.Categories;
import io.vigie.training.prepare.Feature.Numbers;
import io.vigie.training.prepare.TrainingSet;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jpmml.evaluator.Evaluator;
import org.jpmml.evaluator.InputField;
import org.jpmml.evaluator.LoadingModelEvaluatorBuilder;
import org.jspecify.annotations.Nullable;

/**
 * That a document says what Spark says.
 *
 * @param inputs names of what the document asks for, in its order
 * @param largestDifference between the two probabilities of a row, over all training rows
 */
public record Agreement(List<String> inputs, double largestDifference) {

    /** The most that the two may differ. */
    public static final double TOLERANCE = 1e-9;

    /**
     * Evaluates the document on every training row, as it will be used: an empty cell is given as missing.
     *
     * @param spark the probability of each row
     * @throws IllegalStateException when a probability differs by more than {@link #TOLERANCE}, or the document fails its
     *     own verification rows
     */
    public static Agreement check(byte[] document, TrainingSet set, double[] spark) {
        Evaluator evaluator = evaluator(document);
        List<String> inputs =
                evaluator.getInputFields().stream().map(InputField::getName).toList();
        List<Feature> wanted = set.features().stream()
                .filter(feature -> inputs.contains(feature.name()))
                .toList();
        double largest = 0;
        for (int row = 0; row < set.rows(); row++) {
            Map<String, @Nullable Object> cells = new HashMap<>();
            for (Feature feature : wanted) {
                cells.put(feature.name(), cell(feature, row));
            }
            Object answer = evaluator.evaluate(cells).get(Polish.PROBABILITY);
            double difference = answer instanceof Number probability
                    ? Math.abs(probability.doubleValue() - spark[row])
                    : Double.POSITIVE_INFINITY;
            largest = Math.max(largest, Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference);
        }
        if (largest > TOLERANCE) {
            throw new IllegalStateException(
                    "the exported document and Spark differ by up to " + largest + " in the probability");
        }
        return new Agreement(inputs, largest);
    }

    private static Evaluator evaluator(byte[] document) {
        try {
            Evaluator evaluator = new LoadingModelEvaluatorBuilder()
                    .load(new ByteArrayInputStream(document))
                    .build();
            return evaluator.verify();
        } catch (Exception fault) {
            throw new IllegalStateException("the exported document is refused by the evaluator: " + fault, fault);
        }
    }

    private static @Nullable Object cell(Feature feature, int row) {
        if (feature instanceof Categories categories) {
            String word = categories.values()[row];
            return word.equals(Categories.NONE) ? null : word;
        }
        double value = ((Numbers) feature).values()[row];
        return Double.isNaN(value) ? null : value;
    }
}
