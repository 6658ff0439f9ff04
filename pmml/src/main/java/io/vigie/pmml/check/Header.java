package io.vigie.pmml.check;

import java.util.Set;
import java.util.regex.Pattern;

/** That the document is PMML of a version that can be read, and has one model. */
final class Header {

    /** Some exporters write the namespace of 3.0 or 3.1 into documents of a later version. */
    private static final Pattern NAMESPACE = Pattern.compile("http://www\\.dmg\\.org/PMML-(3_[0-2]|4_[0-4])");

    private static final Pattern VERSION = Pattern.compile("(3\\.2|4\\.[0-4])(\\.[0-9]{1,2})?");

    /** Elements that stand for a model; PMML allows several, we don't know which to believe. */
    static final Set<String> MODELS = Set.of(
            "RegressionModel",
            "GeneralRegressionModel",
            "TreeModel",
            "MiningModel",
            "Scorecard",
            "NaiveBayesModel",
            "NeuralNetwork",
            "SupportVectorMachineModel",
            "NearestNeighborModel",
            "RuleSetModel",
            "GaussianProcessModel",
            "BayesianNetworkModel",
            "ClusteringModel",
            "AssociationModel",
            "SequenceModel",
            "TextModel",
            "TimeSeriesModel",
            "BaselineModel",
            "AnomalyDetectionModel");

    private Header() {}

    /** The one model of the document. */
    static Markup check(Markup root) {
        if (!root.is("PMML")) {
            throw new Refusal(root.name(), "the document is not PMML", "Upload a document whose root is PMML.");
        }
        if (!NAMESPACE.matcher(root.namespace()).matches()
                || !VERSION.matcher(root.attribute("version").trim()).matches()) {
            throw new Refusal(
                    "PMML", "the version of PMML is not one from 3.2 to 4.4", "Export the model as PMML 4.4 or older.");
        }
        var models = root.children().stream()
                .filter(child -> MODELS.contains(child.name()))
                .toList();
        if (models.size() != 1) {
            throw new Refusal(
                    "PMML",
                    "there must be exactly one model, not " + models.size(),
                    "Upload each model by itself; models that work together belong into the segments of a MiningModel.");
        }
        return models.get(0);
    }

    /** In document order, the model itself and those in its segments. */
    static boolean isModel(Markup element) {
        return MODELS.contains(element.name());
    }
}
