package io.vigie.pmml;

import java.util.stream.IntStream;

/** Parts to put into a document that is in order, so that it no longer is. */
final class Snippets {

    static final String LINE = Documents.text("regression-exp-4.4");
    static final String CHAIN = Documents.text("stacking-4.4");
    static final String TREE = Documents.text("tree-last-prediction-4.2");

    private Snippets() {}

    static String many(String element, String attributes) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, 1_100)
                .forEach(index -> text.append("<" + element + " name=\"m" + index + "\"" + attributes + "/>"));
        return text.toString();
    }

    static String verified(String rows) {
        return LINE.replace("<RegressionTable", rows + "<RegressionTable");
    }

    static String output(String feature) {
        return LINE.replace(
                "<RegressionTable",
                "<Output><OutputField name=\"o\" optype=\"continuous\"" + " dataType=\"double\" feature=\"" + feature
                        + "\"/></Output><RegressionTable");
    }

    static String derived(String expression) {
        return transformed(field("derived", expression));
    }

    static String transformed(String content) {
        return LINE.replace(
                "  <RegressionModel",
                "<TransformationDictionary>" + content + "</TransformationDictionary><RegressionModel");
    }

    static String field(String name, String expression) {
        return "<DerivedField name=\"" + name + "\" optype=\"continuous\" dataType=\"double\">" + expression
                + "</DerivedField>";
    }

    static String function(String name, String expression) {
        return "<DefineFunction name=\"" + name + "\" optype=\"continuous\" dataType=\"double\">"
                + "<ParameterField name=\"v\"/>" + expression + "</DefineFunction>";
    }

    static String apply(String function, String... arguments) {
        return "<Apply function=\"" + function + "\">" + String.join("", arguments) + "</Apply>";
    }

    static String ref(String field) {
        return "<FieldRef field=\"" + field + "\"/>";
    }
}
