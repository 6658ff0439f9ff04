package io.vigie.pmml.compiled;

import io.vigie.pmml.check.Markup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The elements and attributes that are translated, or that change no answer where every input is there and valid. A document
 * with any other isn't plain.
 */
final class Vocabulary {

    /** Nothing below these counts. */
    private static final Set<String> TELLING = Set.of("Header", "ModelVerification", "InlineTable");

    /** By element its attributes; behind a colon the only values of one. */
    private static final Map<String, Map<String, Set<String>>> KNOWN = known("""
            PMML version
            DataDictionary numberOfFields
            DataField name displayName optype:continuous|categorical dataType isCyclic:0
            Interval closure leftMargin rightMargin
            Value value displayValue property:valid
            TransformationDictionary
            LocalTransformations
            DerivedField name displayName optype:continuous dataType:double|float
            FieldRef field
            MiningSchema
            MiningField name usageType:active|target|predicted optype:continuous|categorical importance outliers:asIs
            MiningField missingValueReplacement missingValueTreatment invalidValueTreatment
            Output
            OutputField name displayName optype dataType feature:predictedValue|probability|transformedValue value
            OutputField isFinalResult
            MapValues outputColumn dataType defaultValue mapMissingTo
            FieldColumnPair field column
            Targets
            Target field optype:continuous rescaleConstant rescaleFactor
            RegressionModel modelName functionName algorithmName modelType targetFieldName normalizationMethod
            RegressionModel isScorable:true mathContext:double
            RegressionTable intercept targetCategory
            NumericPredictor name exponent coefficient
            PredictorTerm name coefficient
            TreeModel modelName functionName algorithmName missingValueStrategy missingValuePenalty noTrueChildStrategy
            TreeModel splitCharacteristic isScorable:true mathContext:double
            Node id score recordCount defaultChild
            ScoreDistribution value recordCount probability confidence
            True
            False
            SimplePredicate field operator value
            CompoundPredicate booleanOperator:and|or|surrogate
            MiningModel modelName functionName algorithmName isScorable:true mathContext:double
            Segmentation multipleModelMethod missingPredictionTreatment missingThreshold
            Segment id weight
            """);

    private Vocabulary() {}

    private static Map<String, Map<String, Set<String>>> known(String lines) {
        Map<String, Map<String, Set<String>>> known = new HashMap<>();
        for (String line : lines.lines().toList()) {
            List<String> words = List.of(line.trim().split(" ", -1));
            Map<String, Set<String>> attributes = known.computeIfAbsent(words.get(0), name -> new HashMap<>());
            for (String word : words.subList(1, words.size())) {
                int colon = word.indexOf(':');
                attributes.put(
                        colon < 0 ? word : word.substring(0, colon),
                        colon < 0 ? Set.of() : Set.of(word.substring(colon + 1).split("\\|", -1)));
            }
        }
        return known;
    }

    /**
     * Looks at every element that counts.
     *
     * @throws NotPlain at the first one that isn't known
     */
    static void check(Markup element) {
        if (TELLING.contains(element.name())) {
            return;
        }
        Map<String, Set<String>> attributes = KNOWN.get(element.name());
        if (attributes == null) {
            throw new NotPlain(element.name());
        }
        String[] given = element.attributes();
        for (int index = 0; index < given.length; index += 2) {
            String name = given[index];
            // One of another namespace means nothing to the evaluator.
            if (!name.startsWith("{")) {
                Set<String> values = attributes.get(name);
                if (values == null || !values.isEmpty() && !values.contains(given[index + 1])) {
                    throw new NotPlain(element.name() + " " + name);
                }
            }
        }
        if (element.is("MiningField")
                && element.attribute("optype").equals("categorical")
                && !Slots.isTarget(element)) {
            throw new NotPlain("MiningField optype");
        }
        element.children().forEach(Vocabulary::check);
    }

    /**
     * The attribute as a number.
     *
     * @param absent what it is when it isn't there; NaN where it must be there
     */
    static double number(Markup element, String attribute, double absent) {
        String text = element.attribute(attribute);
        try {
            double number = text.isEmpty() ? absent : Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            // Told below: the evaluator may make something else of it.
        }
        throw new NotPlain(element.name() + " " + attribute);
    }

    /** The only child of that name. */
    static Markup only(Markup element, String child) {
        List<Markup> found = element.children(child).toList();
        if (found.size() != 1) {
            throw new NotPlain(element.name() + " " + child);
        }
        return found.get(0);
    }
}
