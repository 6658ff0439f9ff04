package io.vigie.pmml;

import static io.vigie.pmml.Snippets.CHAIN;
import static io.vigie.pmml.Snippets.LINE;
import static io.vigie.pmml.Snippets.apply;
import static io.vigie.pmml.Snippets.derived;
import static io.vigie.pmml.Snippets.field;
import static io.vigie.pmml.Snippets.function;
import static io.vigie.pmml.Snippets.ref;
import static io.vigie.pmml.Snippets.transformed;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Small documents that cost much only in the evaluator. Each with its name, the element and the reason that are to be told. */
final class BadCosts {

    private static final String NEIGHBOURS = Documents.text("nearest-neighbour-4.1");
    private static final String VECTORS = Documents.text("svm-4.2");
    private static final String ABS = "<Apply function=\"abs\">";

    private BadCosts() {}

    static Stream<Arguments> tables() {
        return Stream.of(
                arguments(
                        "field that is computed for each of many neighbours",
                        NEIGHBOURS
                                .replace(
                                        "  <NearestNeighborModel",
                                        "<TransformationDictionary>" + doubling(11) + field("d", apply("f11", ref("a")))
                                                + "</TransformationDictionary><NearestNeighborModel")
                                .replace("KNNInput field=\"a\"", "KNNInput field=\"d\"")
                                .replace("<InlineTable>", "<InlineTable>" + rows(5_000)),
                        "PMML",
                        "steps"),
                arguments(
                        "neighbour without end",
                        NEIGHBOURS.replace("<y>100</y>", "<y>1e400</y>"),
                        "InlineTable",
                        "not a finite number"),
                arguments(
                        "table without end",
                        derived("<MapValues outputColumn=\"out\"><FieldColumnPair field=\"colour\" column=\"in\"/>"
                                + "<InlineTable><row><in>red</in><out>-Infinity</out></row></InlineTable></MapValues>"),
                        "InlineTable",
                        "not a finite number"),
                arguments(
                        "more functions than anybody defines",
                        transformed(IntStream.range(0, 1_100)
                                .mapToObj(index -> function("f" + index, ref("v")))
                                .collect(Collectors.joining())),
                        "DefineFunction",
                        "more than 1000 functions"),
                arguments(
                        "sparse vectors that fill the memory",
                        VECTORS.replace(
                                "</VectorDictionary>",
                                IntStream.range(0, 10)
                                                .mapToObj(index -> "<VectorInstance id=\"w" + index
                                                        + "\"><REAL-SparseArray n=\"1000000\"/></VectorInstance>")
                                                .collect(Collectors.joining())
                                        + "</VectorDictionary>"),
                        "REAL-SparseArray",
                        "all sparse arrays together"),
                arguments(
                        "sparse vectors that take their time",
                        VECTORS.replace("<FieldRef field=\"b\"/>", ref("b").repeat(2_000))
                                .replace("Array n=\"2\"", "Array n=\"2001\"")
                                .replace(
                                        "<SupportVector vectorId=\"v1\"/>",
                                        "<SupportVector vectorId=\"v2\"/>".repeat(6_000)),
                        "PMML",
                        "steps"));
    }

    static Stream<Arguments> scopes() {
        String outputs = "<Output><OutputField name=\"o0\" optype=\"categorical\" dataType=\"string\""
                + " feature=\"transformedValue\">" + ref("colour") + "</OutputField>"
                + IntStream.range(1, 12)
                        .mapToObj(index -> "<OutputField name=\"o" + index
                                + "\" optype=\"categorical\" dataType=\"string\""
                                + " feature=\"transformedValue\">"
                                + apply("concat", ref("o" + (index - 1)), ref("o" + (index - 1))) + "</OutputField>")
                        .collect(Collectors.joining())
                + "</Output>";
        return Stream.of(
                arguments(
                        "fields of a model upon those of the document",
                        CHAIN.replace("</TransformationDictionary>", deep("g", "a", 3) + "</TransformationDictionary>")
                                .replace(
                                        "<LocalTransformations>\n      <DerivedField name=\"scaled\"",
                                        "<LocalTransformations>" + deep("l", "g2", 2)
                                                + "<DerivedField name=\"scaled\""),
                        "DerivedField",
                        "more than 400 deep"),
                arguments(
                        "fields of a segment upon those around it",
                        CHAIN.replace(
                                        "<LocalTransformations>\n      <DerivedField name=\"scaled\"",
                                        "<LocalTransformations>" + deep("l", "a", 3) + "<DerivedField name=\"scaled\"")
                                .replace(
                                        "<MiningField name=\"scaled\"/>",
                                        "<MiningField name=\"scaled\"/><MiningField name=\"l2\"/>")
                                .replaceFirst(
                                        "<LocalTransformations><DerivedField name=\"own\"",
                                        "<LocalTransformations>" + deep("s", "l2", 2) + "<DerivedField name=\"own\""),
                        "DerivedField",
                        "more than 400 deep"),
                arguments(
                        "deep function under a chain of fields",
                        transformed(function("f", ABS.repeat(100) + ref("v") + "</Apply>".repeat(100))
                                + field("e", apply("f", ref("x")))
                                + deep("g", "e", 3)),
                        "DerivedField",
                        "more than 400 deep"),
                arguments(
                        "field of all others in each of many models",
                        shared(
                                2_500,
                                IntStream.range(0, 2_000)
                                        .mapToObj(index -> ref("d" + index))
                                        .collect(Collectors.joining("", "<Apply function=\"sum\">", "</Apply>"))),
                        "PMML",
                        "steps"),
                arguments(
                        "texts that double in the outputs",
                        LINE.replace("<RegressionTable", outputs + "<RegressionTable"),
                        "Apply",
                        "a text without end"));
    }

    /** Functions each of which calls the one before twice. */
    static String doubling(int steps) {
        StringBuilder functions = new StringBuilder(function("f0", apply("+", ref("v"), ref("v"))));
        for (int step = 1; step <= steps; step++) {
            String call = apply("f" + (step - 1), ref("v"));
            functions.append(function("f" + step, apply("+", call, call)));
        }
        return functions.toString();
    }

    /** So many trees that read one of 2,000 derived fields, or all of them one that is given. */
    static String shared(int trees, String all) {
        StringBuilder text = new StringBuilder("<PMML xmlns=\"http://www.dmg.org/PMML-4_4\" version=\"4.4\"><Header/>"
                + "<DataDictionary><DataField name=\"x\" optype=\"continuous\" dataType=\"double\"/>"
                + "<DataField name=\"y\" optype=\"continuous\" dataType=\"double\"/></DataDictionary>"
                + "<TransformationDictionary>");
        for (int index = 0; index < 2_000; index++) {
            text.append(field("d" + index, apply("+", ref("x"), "<Constant>" + index + "</Constant>")));
        }
        text.append(all.isEmpty() ? "" : field("all", all))
                .append("</TransformationDictionary><MiningModel functionName=\"regression\"><MiningSchema>"
                        + "<MiningField name=\"x\"/><MiningField name=\"y\" usageType=\"target\"/></MiningSchema>"
                        + "<Segmentation multipleModelMethod=\"sum\">");
        for (int tree = 0; tree < trees; tree++) {
            String read = all.isEmpty() ? "d" + tree : "all";
            text.append("<Segment><True/><TreeModel functionName=\"regression\"><MiningSchema>"
                    + "<MiningField name=\"x\"/></MiningSchema><Node><True/>"
                    + "<Node score=\"1\"><SimplePredicate field=\"" + read
                    + "\" operator=\"lessThan\" value=\"500\"/></Node><Node score=\"2\"><True/></Node>"
                    + "</Node></TreeModel></Segment>");
        }
        return text.append("</Segmentation></MiningModel></PMML>").toString();
    }

    private static String rows(int count) {
        return "<row><a>3</a><b>4</b><y>5</y></row>".repeat(count);
    }

    /** A chain of fields of 120 levels each. */
    private static String deep(String name, String first, int links) {
        StringBuilder fields = new StringBuilder();
        for (int link = 0; link < links; link++) {
            String upon = link == 0 ? first : name + (link - 1);
            fields.append(field(name + link, ABS.repeat(115) + ref(upon) + "</Apply>".repeat(115)));
        }
        return fields.toString();
    }
}
