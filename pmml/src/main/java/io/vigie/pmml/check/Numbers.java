package io.vigie.pmml.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** That no number of a document is infinite or not a number: such a one comes out as the score. */
final class Numbers {

    private static final String REMEDY = "Find out in training where it comes from; a model can't be used with it.";

    private static final String NO_END = "Leave the attribute out where there is no end.";

    /** Ends of an interval, which can be left out. */
    private static final Set<String> ENDS = Set.of("leftMargin", "rightMargin", "lowValue", "highValue");

    private static final Pattern WORD = Pattern.compile("(?i)[-+]?(inf|infinity|nan)");

    /** Attributes that hold words, not numbers. */
    private static final Set<String> WORDS = Set.of(
            "name displayName modelName field description id label reasonCode targetCategory targetReferenceCategory column"
                    .concat(
                            " predictorName parameterName category copyright algorithmName function version modelVersion")
                    .concat(" displayValue rawDataValue fieldName targetField segmentId defaultChild attribute")
                    .split(" "));

    /** Elements whose {@code value} is a category. */
    private static final Set<String> CATEGORIES = Set.of(
            "Value",
            "CategoricalPredictor",
            "NormDiscrete",
            "PPCell",
            "TargetValue",
            "TargetValueCount",
            "PairCounts",
            "ScoreDistribution",
            "OutputField",
            "Extension",
            "Annotation");

    /** Of each field that was declared as text or as a category. */
    private final Map<String, Boolean> words = new HashMap<>();

    Numbers(Markup root) {
        root.walk(element -> {
            if (element.is("DataField") || element.is("DerivedField") || element.is("OutputField")) {
                boolean text = element.attribute("dataType").equals("string");
                words.merge(element.attribute("name"), text, Boolean::logicalOr);
            }
        });
    }

    void check(Markup element) {
        String[] attributes = element.attributes();
        for (int index = 0; index < attributes.length; index += 2) {
            String name = attributes[index];
            String value = attributes[index + 1];
            if (!WORDS.contains(name) && name.charAt(0) != '{' && infinite(value) && !word(element, name)) {
                throw new Refusal(
                        element.name(), name + " is not a finite number", ENDS.contains(name) ? NO_END : REMEDY);
            }
        }
        switch (element.name()) {
            case "Constant" -> {
                if (!element.attribute("dataType").equals("string") && infinite(element.text())) {
                    throw new Refusal("Constant", "the value is not a finite number", REMEDY);
                }
            }
            case "Array" -> {
                if (!element.attribute("type").equals("string")) {
                    tokens(element);
                }
            }
            case "REAL-Entries", "INT-Entries", "MatCell" -> tokens(element);
            case "MapValues" -> {
                if (!mapsToWords(element)) {
                    cells(element, Set.of(element.attribute("outputColumn")));
                }
            }
            case "TrainingInstances" ->
                cells(
                        element,
                        element.below("InstanceField")
                                .filter(field -> !words.getOrDefault(field.attribute("field"), true))
                                .map(field -> field.attribute(
                                        field.attribute("column").isEmpty() ? "field" : "column"))
                                .collect(Collectors.toSet()));
            default -> {}
        }
    }

    private static boolean mapsToWords(Markup values) {
        Markup typed = values;
        while (typed != null && typed.attribute("dataType").isEmpty()) {
            typed = typed.parent();
        }
        return typed != null && typed.attribute("dataType").equals("string");
    }

    /** Cells are data, and so no part of what is visited, but some of them become numbers. */
    private static void cells(Markup element, Set<String> names) {
        // A column of another namespace has a prefix.
        Set<String> columns = names.stream()
                .map(name -> name.substring(name.indexOf(':') + 1))
                .collect(Collectors.toSet());
        element.children("InlineTable")
                .flatMap(table -> table.children().stream())
                .flatMap(row -> row.children().stream())
                .filter(cell -> columns.contains(cell.name()))
                .filter(cell -> infinite(cell.text()))
                .findFirst()
                .ifPresent(cell -> {
                    throw new Refusal("InlineTable", "a cell is not a finite number", REMEDY);
                });
    }

    private static void tokens(Markup element) {
        StringTokenizer tokens = new StringTokenizer(element.text());
        while (tokens.hasMoreTokens()) {
            if (infinite(tokens.nextToken())) {
                throw new Refusal(element.name(), "an entry is not a finite number", REMEDY);
            }
        }
    }

    private boolean word(Markup element, String attribute) {
        return switch (attribute) {
            case "value" ->
                CATEGORIES.contains(element.name()) || words.getOrDefault(element.attribute("field"), false);
            case "score", "defaultScore" -> !regression(element);
            case "missingValueReplacement", "invalidValueReplacement", "x-invalidValueReplacement" ->
                words.getOrDefault(element.attribute("name"), false);
            case "binValue", "defaultValue", "mapMissingTo" ->
                element.attribute("dataType").equals("string");
            default -> false;
        };
    }

    private static boolean regression(Markup element) {
        for (Markup above = element; above != null; above = above.parent()) {
            if (Header.isModel(above)) {
                return above.attribute("functionName").equals("regression");
            }
        }
        return true;
    }

    /** Whether a text is a number that isn't finite; an ordinary word isn't. */
    static boolean infinite(@Nullable String text) {
        String trimmed = text == null ? "" : text.trim();
        if (trimmed.isEmpty()) {
            return false;
        }
        char first = trimmed.charAt(0);
        if (first > '9') {
            return WORD.matcher(trimmed).matches();
        }
        if (first < '+' || first == ',' || first == '/') {
            return false;
        }
        try {
            return !Double.isFinite(Double.parseDouble(trimmed));
        } catch (NumberFormatException notANumber) {
            return WORD.matcher(trimmed).matches();
        }
    }
}
