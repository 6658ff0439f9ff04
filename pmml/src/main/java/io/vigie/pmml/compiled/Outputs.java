package io.vigie.pmml.compiled;

import io.vigie.pmml.check.Markup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a document answers beside the number that is wanted. Arrays don't make it, but where the evaluator can't either it
 * refuses the record: so it must be such that the evaluator always can. Few records may have the category for which it
 * can't, so that a comparison wouldn't find them.
 */
final class Outputs {

    private static final Set<String> WORDS = Set.of("", "string");
    private static final Set<String> NUMBERS = Set.of("double", "float");

    private final boolean classes;
    private final String target;

    /** Names of those that are texts. */
    private final Set<String> words = new HashSet<>();

    /** @param target PMML's dataType of what is predicted, empty when nobody says */
    private Outputs(boolean classes, String target) {
        this.classes = classes;
        this.target = target;
    }

    /**
     * Looks at those of a model and of the models in it.
     *
     * @throws NotPlain at the first one that there may not always be
     */
    static void check(Markup root, Markup model) {
        Outputs outputs = new Outputs(model.attribute("functionName").equals("classification"), target(root, model));
        model.children("Output").flatMap(all -> all.children("OutputField")).forEach(outputs::check);
        model.children("Segmentation")
                .flatMap(all -> all.children("Segment"))
                .map(Markup::children)
                .filter(parts -> !parts.isEmpty())
                .forEach(parts -> check(root, parts.get(parts.size() - 1)));
    }

    private static String target(Markup root, Markup model) {
        List<String> names = Vocabulary.only(model, "MiningSchema")
                .children("MiningField")
                .filter(Slots::isTarget)
                .map(field -> field.attribute("name"))
                .toList();
        return Vocabulary.only(root, "DataDictionary")
                .children("DataField")
                .filter(field -> names.contains(field.attribute("name")))
                .map(field -> field.attribute("dataType"))
                .findFirst()
                .orElse("");
    }

    private void check(Markup output) {
        String type = output.attribute("dataType");
        boolean word = WORDS.contains(type);
        boolean always =
                switch (output.attribute("feature")) {
                    case "probability" -> word || NUMBERS.contains(type);
                    case "transformedValue" -> transformed(output, type);
                    default -> word || type.equals(target) || !classes && NUMBERS.contains(type);
                };
        if (!always) {
            throw new NotPlain("OutputField " + type);
        }
        boolean told = !output.attribute("feature").equals("probability");
        if (told && (type.equals("string") || type.isEmpty() && target.equals("string"))) {
            words.add(output.attribute("name"));
        }
    }

    private boolean transformed(Markup output, String type) {
        if (output.children().size() != 1) {
            return false;
        }
        Markup how = output.children().get(0);
        return how.is("MapValues")
                ? mapped(how, type)
                : how.is("FieldRef") && (WORDS.contains(type) || !classes && NUMBERS.contains(type));
    }

    private boolean mapped(Markup values, String type) {
        String own = values.attribute("dataType");
        boolean number = !WORDS.contains(type) || !WORDS.contains(own);
        boolean whole = type.equals("integer") || own.equals("integer");
        if (number && !whole && !NUMBERS.contains(own.isEmpty() ? type : own)) {
            return false;
        }
        Stream<String> given = Stream.concat(
                cells(values, values.attribute("outputColumn")),
                Stream.of("defaultValue", "mapMissingTo").map(values::attribute).filter(text -> !text.isEmpty()));
        return (!number || given.allMatch(text -> isNumber(text, whole)))
                && values.children("FieldColumnPair")
                        .filter(pair -> !words.contains(pair.attribute("field")))
                        .allMatch(pair ->
                                cells(values, pair.attribute("column")).allMatch(text -> isNumber(text, false)));
    }

    /** A column of another namespace has a prefix. */
    private static Stream<String> cells(Markup values, String column) {
        return values.children("InlineTable")
                .flatMap(table -> table.children("row"))
                .flatMap(row -> row.children(column.substring(column.indexOf(':') + 1)))
                .map(Markup::text);
    }

    private static boolean isNumber(String text, boolean whole) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) && (!whole || text.strip().matches("[-+]?\\d{1,9}"));
        } catch (NumberFormatException word) {
            return false;
        }
    }
}
