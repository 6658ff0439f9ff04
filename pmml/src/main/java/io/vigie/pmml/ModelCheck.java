package io.vigie.pmml;

import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * What must hold of a model document before an evaluator is built from it: loading a document that fails here could
 * run foreign code, overflow the stack or score with nonsense, and the evaluator's own verification would not notice.
 */
public final class ModelCheck {

    /** Functions of PMML that can neither load a class, nor run a regular expression, nor build strings without end. */
    private static final Set<String> FUNCTIONS = Set.of(
            "+ - * / min max sum avg median product ln log10 ln1p exp expm1 sqrt abs pow threshold floor ceil round rint modulo"
                    .concat(
                            " isMissing isNotMissing isValid isNotValid equal notEqual lessThan lessOrEqual greaterThan")
                    .concat(" greaterOrEqual isIn isNotIn and or not if uppercase lowercase trimBlanks stringLength")
                    .concat(" sin cos tan asin acos atan sinh cosh tanh hypot erf normalCDF stdNormalCDF")
                    .split(" "));

    /** Elements that stand for a model; PMML allows several, we don't know which to believe. */
    private static final Set<String> MODELS = Set.of(
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

    private static final Set<String> UNSUPPORTED = Set.of(
            "AnomalyDetectionModel",
            "GaussianProcessModel",
            "BayesianNetworkModel",
            "BaselineModel",
            "TimeSeriesModel",
            "SequenceModel",
            "TextModel");

    /** Attributes that hold words, not numbers. */
    private static final Set<String> WORDS = Set.of("name", "displayName", "modelName", "field", "description");

    private final DocumentLimits limits;

    /** With limits far above what a model of this product needs. */
    public ModelCheck() {
        this(DocumentLimits.DEFAULT);
    }

    ModelCheck(DocumentLimits limits) {
        this.limits = limits;
    }

    /**
     * Returns when the document may be given to an evaluator.
     *
     * @throws ModelRefused with the element at fault
     */
    public void check(byte[] document) {
        limits.check(document);
        Element root = Elements.root(document);
        if (!"PMML".equals(root.getLocalName())) {
            throw new ModelRefused(root.getLocalName(), "the document is not PMML");
        }
        List<Element> elements = Elements.below(root);
        oneModel(root);
        for (Element element : elements) {
            supported(element);
            finite(element);
        }
        functions(elements);
        FieldReferences.check(elements);
        verified(root);
    }

    private static void oneModel(Element root) {
        long models = Elements.children(root)
                .filter(child -> MODELS.contains(child.getLocalName()))
                .count();
        if (models != 1) {
            throw new ModelRefused("PMML", "there must be exactly one model, not " + models);
        }
    }

    private static void supported(Element element) {
        if (UNSUPPORTED.contains(element.getLocalName())) {
            throw new ModelRefused(element.getLocalName(), "this kind of model is not supported");
        }
        if ("aggregateNodes".equals(element.getAttribute("missingValueStrategy"))) {
            throw new ModelRefused(element.getLocalName(), "missingValueStrategy aggregateNodes is not supported");
        }
    }

    private static void finite(Element element) {
        for (int index = 0; index < element.getAttributes().getLength(); index++) {
            var attribute = element.getAttributes().item(index);
            if (!WORDS.contains(attribute.getNodeName()) && infinite(attribute.getNodeValue())) {
                throw new ModelRefused(element.getLocalName(), attribute.getNodeName() + " is not a finite number");
            }
        }
        if (element.getLocalName().equals("Constant") && infinite(element.getTextContent())) {
            throw new ModelRefused("Constant", "the value is not a finite number");
        }
    }

    private static boolean infinite(String text) {
        String trimmed = text.trim();
        if (trimmed.matches("(?i)[-+]?(inf|infinity|nan)")) {
            return true;
        }
        return trimmed.matches("[-+]?[0-9]*\\.?[0-9]*[eE][-+]?[0-9]{1,9}[dDfF]?|[-+]?[0-9]{300,}.*")
                && !Double.isFinite(parsed(trimmed));
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    private static void functions(List<Element> elements) {
        Set<String> defined = FieldReferences.names(elements, "DefineFunction");
        for (Element element : elements) {
            String function = element.getAttribute("function");
            if (element.getLocalName().equals("Apply")
                    && !FUNCTIONS.contains(function)
                    && !defined.contains(function)) {
                throw new ModelRefused("Apply", "only the functions on the allow-list may be used");
            }
        }
        for (String name : defined) {
            if (FUNCTIONS.contains(name) || name.contains(".")) {
                throw new ModelRefused("DefineFunction", "the name is not allowed");
            }
        }
    }

    private static void verified(Element root) {
        boolean rows = Elements.below(root, "ModelVerification")
                .flatMap(verification -> Elements.below(verification, "InlineTable"))
                .anyMatch(table -> Elements.children(table).findAny().isPresent());
        if (!rows) {
            throw new ModelRefused("ModelVerification", "there are no rows to verify the model with");
        }
    }
}
