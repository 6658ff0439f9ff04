package io.vigie.pmml.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What JPMML-Evaluator 1.7.7 can't evaluate, or could only together with something outside of the document. */
final class Supported {

    private static final String OTHER_MODEL = "Export another kind of model.";
    private static final String ROWS = "Compute it before the model is asked, and give it as an input.";
    private static final String SEGMENTS = "Put each model into a segment of its own.";
    private static final String INLINE = "Put the table into the document as an InlineTable.";

    /** Element, what to do instead. */
    private static final Map<String, String> ELEMENTS = Map.ofEntries(
            Map.entry(
                    "AnomalyDetectionModel",
                    "Export an isolation forest as a MiningModel of regression trees, which is the same arithmetic."),
            Map.entry("GaussianProcessModel", OTHER_MODEL),
            Map.entry("BayesianNetworkModel", OTHER_MODEL),
            Map.entry("BaselineModel", OTHER_MODEL),
            Map.entry("TimeSeriesModel", OTHER_MODEL),
            Map.entry("SequenceModel", OTHER_MODEL),
            Map.entry("TextModel", OTHER_MODEL),
            Map.entry("AssociationModel", "Baskets are not records; export another kind of model."),
            Map.entry("DecisionTree", SEGMENTS),
            Map.entry("ResultField", "Use an Output with OutputField elements."),
            Map.entry("VariableWeight", "Give each segment a weight that doesn't depend on the record."),
            Map.entry("CenterFields", "Use ClusteringField elements."),
            Map.entry("TextIndex", "Texts are searched by regular expressions, which can run for ever: " + ROWS),
            Map.entry("TableLocator", INLINE),
            Map.entry("Aggregate", ROWS),
            Map.entry("Lag", ROWS));

    private Supported() {}

    static void check(Markup element) {
        String instead = ELEMENTS.get(element.name());
        if (instead != null) {
            throw new Refusal(
                    element.name(),
                    element.name().endsWith("Model")
                            ? "this kind of model is not supported"
                            : "this element is not supported",
                    instead);
        }
        String strategy = element.attribute("missingValueStrategy");
        if (strategy.equals("aggregateNodes") || strategy.equals("weightedConfidence")) {
            unsupported(
                    element, "missingValueStrategy", strategy, "Use defaultChild, lastPrediction or nullPrediction.");
        }
        switch (element.name()) {
            case "NormDiscrete" -> refused(element, "method", "thermometer", "Use one indicator for each category.");
            case "OutputField" -> {
                refused(element, "feature", "standardError", "Leave this output out.");
                refused(element, "feature", "residual", "It needs the outcome, which isn't known yet; leave it out.");
            }
            case "ClusteringModel" ->
                refused(element, "modelClass", "distributionBased", "Export a model of cluster centres.");
            case "SupportVectorMachineModel" -> {
                refused(element, "maxWins", "true", "Export it with maxWins=\"false\".");
                refused(element, "svmRepresentation", "Coefficients", "Export it with its support vectors.");
            }
            default -> {
                if (Header.isModel(element)) {
                    refused(element, "isScorable", "false", "Export the model with what it needs to score.");
                }
            }
        }
        if (element.is("Regression") && within(element, "MiningModel")) {
            throw new Refusal(element.name(), "this element is not supported", SEGMENTS);
        }
        if (element.is("LocalTransformations") && within(element, "Segmentation")) {
            throw new Refusal(
                    element.name(),
                    "transformations of a Segmentation are not supported",
                    "Put them into the MiningModel's own LocalTransformations.");
        }
    }

    private static void refused(Markup element, String attribute, String value, String remedy) {
        if (element.attribute(attribute).equals(value)) {
            unsupported(element, attribute, value, remedy);
        }
    }

    private static void unsupported(Markup element, String attribute, String value, String remedy) {
        throw new Refusal(element.name(), attribute + " " + value + " is not supported", remedy);
    }

    private static boolean within(Markup element, String parent) {
        @Nullable Markup above = element.parent();
        return above != null && above.is(parent);
    }
}
