package io.vigie.pmml.check;

/** Which attribute of an element names a field. */
final class References {

    private References() {}

    /** The name of the field that the element reads, or an empty text. */
    static String of(Markup element) {
        return switch (element.name()) {
            case "FieldRef",
                    "NormContinuous",
                    "NormDiscrete",
                    "Discretize",
                    "FieldColumnPair",
                    "SimplePredicate",
                    "SimpleSetPredicate",
                    "ClusteringField",
                    "KNNInput" -> element.attribute("field");
            case "NumericPredictor", "CategoricalPredictor", "Predictor" -> {
                String name = element.attribute("name");
                yield name.isEmpty() ? element.attribute("field") : name;
            }
            case "BayesInput" -> element.attribute("fieldName");
            default -> "";
        };
    }

    /** The name of the field that the element predicts, or an empty text. */
    static String predicted(Markup element) {
        return switch (element.name()) {
            case "Target" -> element.attribute("field");
            case "BayesOutput" -> element.attribute("fieldName");
            case "OutputField" -> element.attribute("targetField");
            default -> "";
        };
    }
}
