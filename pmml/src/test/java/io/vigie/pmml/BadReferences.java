package io.vigie.pmml;

import static io.vigie.pmml.Snippets.CHAIN;
import static io.vigie.pmml.Snippets.LINE;
import static io.vigie.pmml.Snippets.TREE;
import static io.vigie.pmml.Snippets.apply;
import static io.vigie.pmml.Snippets.derived;
import static io.vigie.pmml.Snippets.field;
import static io.vigie.pmml.Snippets.function;
import static io.vigie.pmml.Snippets.ref;
import static io.vigie.pmml.Snippets.transformed;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Documents that name what they must not, or what there is not. Each with its name, the element and the reason that are to be told. */
final class BadReferences {

    private BadReferences() {}

    static Stream<Arguments> functions() {
        Stream<Arguments> names = Stream.of(
                        "java.lang.Runtime",
                        "io.vigie.pmml.ModelCheckTest$Planted",
                        "jar:http://example.org/a.jar!/A",
                        "x-atan2",
                        "formatNumber",
                        "median",
                        "nonsense",
                        "")
                .map(name ->
                        arguments("function '" + name + "'", derived(apply(name, ref("x"))), "Apply", "allow-list"));
        Stream<Arguments> expressions = Stream.of("matches", "replace")
                .map(name -> arguments(
                        "regular expression by " + name,
                        derived(apply(name, ref("colour"), "<Constant>(a+)+$</Constant>")),
                        "Apply",
                        "regular expression"));
        String bad = apply("java.lang.Object", ref("x"));
        String bayes = Documents.text("naive-bayes-4.0");
        Stream<Arguments> places = Stream.of(
                arguments(
                        "class in an extension that is read",
                        bayes.replace(
                                "<BayesInputs>",
                                "<BayesInputs><Extension><BayesInput fieldName=\"weather\">"
                                        + field("d", apply("java.lang.Object", ref("weather")))
                                        + "</BayesInput></Extension>"),
                        "Apply",
                        "allow-list"),
                arguments("class in a function", transformed(function("f", bad)), "Apply", "allow-list"),
                arguments(
                        "function of the evaluator's own under a definition",
                        transformed(function("formatNumber", apply("+", ref("p"), ref("p")))),
                        "DefineFunction",
                        "the name is not allowed"),
                arguments(
                        "function with a line in its name",
                        transformed(function("a\u2028c", apply("+", ref("p"), ref("p")))),
                        "DefineFunction",
                        "the name is not allowed"),
                arguments(
                        "class in an output",
                        CHAIN.replace(
                                "feature=\"predictedValue\"/></Output>\n          <LocalTransformations><DerivedField name=\"own\""
                                        + " optype=\"continuous\" dataType=\"double\"><FieldRef field=\"b\"/>",
                                "feature=\"transformedValue\">" + apply("java.lang.Object", ref("b"))
                                        + "</OutputField></Output>\n          <LocalTransformations><DerivedField"
                                        + " name=\"own\" optype=\"continuous\" dataType=\"double\"><FieldRef field=\"b\"/>"),
                        "Apply",
                        "allow-list"),
                arguments(
                        "class behind an attribute of another namespace",
                        derived("<Apply xmlns:o=\"urn:o\" o:function=\"abs\" function=\"java.lang.Object\">" + ref("x")
                                + "</Apply>"),
                        "Apply",
                        "allow-list"),
                arguments(
                        "function called like a class",
                        transformed(function("java.lang.Object", ref("v"))),
                        "DefineFunction",
                        "name is not allowed"),
                arguments(
                        "function called like one of PMML",
                        transformed(function("abs", ref("v"))),
                        "DefineFunction",
                        "name is not allowed"));
        return Stream.of(names, expressions, places).flatMap(list -> list);
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                arguments("undefined field", derived(ref("shoe size")), "FieldRef", "not defined (shoe size)"),
                arguments(
                        "undefined field in a predicate",
                        TREE.replace("field=\"age\" operator=\"lessThan\"", "field=\"shoe\" operator=\"lessThan\""),
                        "SimplePredicate",
                        "not defined (shoe)"),
                arguments(
                        "undefined field in the mining schema",
                        LINE.replace("<MiningField name=\"z\"/>", "<MiningField name=\"z\"/><MiningField name=\"q\"/>"),
                        "MiningField",
                        "not defined (q)"),
                arguments(
                        "undefined field in a function",
                        transformed(function("f", ref("x"))),
                        "FieldRef",
                        "nothing but its parameters (x)"),
                arguments(
                        "field that isn't listed",
                        LINE.replace("<MiningField name=\"z\"/>", ""),
                        "FieldRef",
                        "not in the MiningSchema of its model (z)"),
                arguments(
                        "field of another segment",
                        CHAIN.replace("field=\"own\" operator=\"lessThan\"", "field=\"scaled\" operator=\"lessThan\""),
                        "SimplePredicate",
                        "not defined (scaled)"),
                arguments(
                        "output of a later segment",
                        CHAIN.replace(
                                "<MiningField name=\"b\"/></MiningSchema>\n          <Output>",
                                "<MiningField name=\"b\"/><MiningField name=\"p\"/></MiningSchema>\n          <Output>"),
                        "MiningField",
                        "not defined (p)"),
                arguments(
                        "field twice",
                        transformed(field("d", ref("x")) + field("d", ref("z"))),
                        "DerivedField",
                        "twice"),
                arguments(
                        "name of another field",
                        transformed(field("x", ref("z"))),
                        "DerivedField",
                        "of another field (x)"),
                arguments(
                        "control character in a name",
                        LINE.replace("<DataField name=\"z\"", "<DataField name=\"z&#10;z\""),
                        "DataField",
                        "control characters"),
                arguments(
                        "endless name",
                        LINE.replace("<DataField name=\"z\"", "<DataField name=\"" + "z".repeat(500) + "\""),
                        "DataField",
                        "longer than 200"));
    }
}
