package io.vigie.pmml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that would harm, hang or mislead: each is refused with the element, the reason and what to do. */
class BadDocumentsTest {

    private static final String LINE = Documents.text("regression-exp-4.4");
    private static final String CHAIN = Documents.text("stacking-4.4");
    private static final String TREE = Documents.text("tree-last-prediction-4.2");

    static Stream<Arguments> documents() {
        return Stream.of(forms(), nesting(), functions(), fields(), numbers(), unsupported(), verification())
                .flatMap(list -> list);
    }

    private static Stream<Arguments> forms() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE PMML [<!ENTITY l0 \"lol\">");
        for (int level = 1; level < 10; level++) {
            laughs.append("<!ENTITY l").append(level).append(" \"");
            laughs.append(("&l" + (level - 1) + ";").repeat(10)).append("\">");
        }
        String laughing = LINE.replace("<PMML ", laughs + "]><PMML ").replace("Made by hand", "&l9;");
        String model = LINE.substring(LINE.indexOf("<RegressionModel"), LINE.indexOf("</PMML>"));
        return Stream.of(
                arguments("document type", LINE.replace("<PMML ", "<!DOCTYPE PMML><PMML "), "DOCTYPE", "not allowed"),
                arguments(
                        "external entity",
                        LINE.replace("<PMML ", "<!DOCTYPE PMML [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><PMML "),
                        "DOCTYPE",
                        "not allowed"),
                arguments("billion laughs", laughing, "DOCTYPE", "not allowed"),
                arguments("undeclared entity", LINE.replace("Made by hand", "&lol;"), "PMML", ""),
                arguments("empty", "", "PMML", "not well-formed"),
                arguments("cut off", LINE.substring(0, 900), "PMML", "not well-formed"),
                arguments("another root", "<html/>", "html", "not PMML"),
                arguments("future version", LINE.replace("4.4\"", "5.0\""), "PMML", "from 3.2 to 4.4"),
                arguments("ancient version", LINE.replace("4.4\"", "3.0\""), "PMML", "from 3.2 to 4.4"),
                arguments("foreign namespace", LINE.replace("dmg.org/PMML", "example.org/PMML"), "PMML", "from 3.2"),
                arguments("two models", LINE.replace("</PMML>", model + "</PMML>"), "PMML", "exactly one model, not 2"),
                arguments("no model", LINE.replace(model, ""), "PMML", "exactly one model, not 0"));
    }

    private static Stream<Arguments> nesting() {
        int deep = 20_000;
        StringBuilder doubling = new StringBuilder(function("f0", "<FieldRef field=\"v\"/>"));
        for (int level = 1; level <= 40; level++) {
            String call = "<Apply function=\"f" + (level - 1) + "\"><FieldRef field=\"v\"/></Apply>";
            doubling.append(function("f" + level, "<Apply function=\"+\">" + call + call + "</Apply>"));
        }
        StringBuilder texts = new StringBuilder();
        for (int level = 0; level < 60; level++) {
            String before = level == 0 ? "colour" : "t" + (level - 1);
            texts.append(field("t" + level, apply("concat", ref(before), ref(before))));
        }
        StringBuilder chain = new StringBuilder(field("c0", ref("x")));
        for (int link = 1; link < 5_000; link++) {
            chain.append(field("c" + link, ref("c" + (link - 1))));
        }
        return Stream.of(
                arguments(
                        "20,000 functions in each other",
                        derived("<Apply function=\"abs\">".repeat(deep) + ref("x") + "</Apply>".repeat(deep)),
                        "Apply",
                        "deeper than 128"),
                arguments("20,000 nodes in each other", Documents.branch(deep), "Node", "deeper than 300"),
                arguments(
                        "20,000 models in each other",
                        LINE.replace("<RegressionModel", "<MiningModel>".repeat(deep) + "<RegressionModel"),
                        "MiningModel",
                        "deeper than 128"),
                arguments("field of itself", derived(ref("derived")), "DerivedField", "back to itself"),
                arguments(
                        "fields of each other",
                        transformed(field("one", ref("other")) + field("other", ref("one"))),
                        "DerivedField",
                        "back to itself"),
                arguments(
                        "fields of a segment of each other",
                        CHAIN.replace(
                                field("own", ref("scaled")), field("own", ref("mine")) + field("mine", ref("own"))),
                        "DerivedField",
                        "back to itself"),
                arguments("chain of 5,000 fields", transformed(chain.toString()), "DerivedField", "100 deep"),
                arguments(
                        "function of itself",
                        transformed(function("f", apply("f", ref("v")))),
                        "DefineFunction",
                        "back to itself"),
                arguments(
                        "functions of each other",
                        transformed(function("f", apply("g", ref("v"))) + function("g", apply("f", ref("v")))),
                        "DefineFunction",
                        "back to itself"),
                arguments(
                        "functions that double",
                        transformed(doubling + field("d", apply("f40", ref("x")))),
                        "PMML",
                        "steps"),
                arguments("texts that double", transformed(texts.toString()), "Apply", "a text without end"));
    }

    private static Stream<Arguments> functions() {
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

    private static Stream<Arguments> fields() {
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

    private static Stream<Arguments> numbers() {
        Stream<Arguments> coefficients = Stream.of("Infinity", "-INF", "NaN", "1e400", "-1E+999", "0x1p1024")
                .map(number -> arguments(
                        "coefficient " + number,
                        LINE.replace("coefficient=\"0.25\"", "coefficient=\"" + number + "\""),
                        "NumericPredictor",
                        "coefficient is not a finite number"));
        String vectors = Documents.text("svm-4.2");
        return Stream.concat(
                coefficients,
                Stream.of(
                        arguments(
                                "infinite end",
                                LINE.replace(
                                        "<MiningField name=\"z\"/>", "<MiningField name=\"z\" lowValue=\"-INF\"/>"),
                                "MiningField",
                                "lowValue is not a finite number"),
                        arguments(
                                "word where a number belongs",
                                LINE.replace("coefficient=\"0.25\"", "coefficient=\"secret\""),
                                "PMML",
                                "not of the form"),
                        arguments("constant", derived("<Constant>1e400</Constant>"), "Constant", "not a finite"),
                        arguments("array", vectors.replace(">0 0<", ">0 Infinity<"), "Array", "not a finite"),
                        arguments(
                                "sparse array", vectors.replace(">1 1<", ">1 1e999<"), "REAL-Entries", "not a finite"),
                        arguments(
                                "score of a regression tree",
                                Documents.text("forest-average-4.2").replace("score=\"90\"", "score=\"NaN\""),
                                "Node",
                                "score is not a finite"),
                        arguments(
                                "array of two thousand million entries",
                                vectors.replace("<REAL-SparseArray n=\"2\">", "<REAL-SparseArray n=\"2000000000\">"),
                                "REAL-SparseArray",
                                "more than 1000000 entries"),
                        arguments(
                                "more inputs than the evaluator takes",
                                LINE.replace(
                                                "<DataField name=\"y\"",
                                                many("DataField", " optype=\"continuous\"" + " dataType=\"double\"")
                                                        + "<DataField name=\"y\"")
                                        .replace(
                                                "<MiningField name=\"z\"/>",
                                                "<MiningField name=\"z\"/>" + many("MiningField", "")),
                                "MiningSchema",
                                "more than 1000 inputs")));
    }

    private static Stream<Arguments> unsupported() {
        Stream<Arguments> models = Stream.of(
                        "AnomalyDetectionModel",
                        "GaussianProcessModel",
                        "BayesianNetworkModel",
                        "TimeSeriesModel",
                        "TextModel",
                        "SequenceModel",
                        "BaselineModel",
                        "AssociationModel")
                .map(model -> arguments(model, LINE.replace("RegressionModel", model), model, "not supported"));
        Stream<Arguments> strategies = Stream.of("aggregateNodes", "weightedConfidence")
                .map(strategy -> arguments(strategy, TREE.replace("lastPrediction", strategy), "TreeModel", strategy));
        Stream<Arguments> elements = Stream.of(
                arguments(
                        "text index",
                        derived("<TextIndex textField=\"x\">" + ref("x") + "</TextIndex>"),
                        "TextIndex",
                        ""),
                arguments(
                        "table from elsewhere",
                        derived("<MapValues outputColumn=\"o\"><FieldColumnPair field=\"x\" column=\"i\"/>"
                                + "<TableLocator/></MapValues>"),
                        "TableLocator",
                        "not supported"),
                arguments("lag", derived("<Lag field=\"x\" n=\"1\"/>"), "Lag", "not supported"),
                arguments("aggregate", derived("<Aggregate field=\"x\" function=\"sum\"/>"), "Aggregate", ""),
                arguments(
                        "thermometer",
                        derived("<NormDiscrete field=\"colour\" value=\"red\" method=\"thermometer\"/>"),
                        "NormDiscrete",
                        "thermometer"),
                arguments("standard error", output("standardError"), "OutputField", "standardError"),
                arguments("residual", output("residual"), "OutputField", "residual"),
                arguments(
                        "not scorable",
                        LINE.replace("<RegressionModel ", "<RegressionModel isScorable=\"false\" "),
                        "RegressionModel",
                        "isScorable"),
                arguments(
                        "coefficients of a support vector machine",
                        Documents.text("svm-4.2")
                                .replace(
                                        "<SupportVectorMachineModel ",
                                        "<SupportVectorMachineModel svmRepresentation=\"Coefficients\" "),
                        "SupportVectorMachineModel",
                        "Coefficients"),
                arguments(
                        "clusters by distribution",
                        Documents.text("k-means-4.3").replace("centerBased", "distributionBased"),
                        "ClusteringModel",
                        "distributionBased"),
                arguments(
                        "unknown method of combining",
                        Documents.text("forest-average-4.2").replace("\"average\"", "\"dream\""),
                        "",
                        ""));
        return Stream.of(models, strategies, elements).flatMap(list -> list);
    }

    private static Stream<Arguments> verification() {
        String rows = "<ModelVerification><VerificationFields><VerificationField field=\"x\"/>"
                + "<VerificationField field=\"z\"/><VerificationField field=\"colour\"/>"
                + "<VerificationField field=\"y\" precision=\"1e-9\"/></VerificationFields><InlineTable>"
                + "<row><x>2</x><z>3</z><colour>red</colour><y>%s</y></row></InlineTable></ModelVerification>";
        assertThat(Documents.accepted(verified(rows.formatted(Math.exp(1.6))))
                        .schema()
                        .function())
                .isEqualTo("regression");
        String forest = Documents.forest(10, 11);
        return Stream.of(
                arguments(
                        "wrong verification row",
                        verified(rows.formatted("4.9")),
                        "ModelVerification",
                        "its verification"),
                arguments(
                        "a model without answers",
                        LINE.replace("intercept=\"0.5\"", "intercept=\"1e308\""),
                        "PMML",
                        "gets an answer"),
                arguments(
                        "more verification than anybody waits for",
                        forest.replace(
                                "<Segmentation",
                                "<ModelVerification><VerificationFields/><InlineTable>"
                                        + "<row><x0>1</x0></row>".repeat(20_000)
                                        + "</InlineTable></ModelVerification><Segmentation"),
                        "ModelVerification",
                        "too many rows"),
                arguments(
                        "500,000 elements",
                        LINE.replace("<RegressionTable", "<Extension/>".repeat(500_000) + "<RegressionTable"),
                        "Extension",
                        "more than 400000 elements"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void givenBadDocument_whenUploaded_thenRefusedInTimeWithElementReasonAndRemedy(
            String name, String document, String element, String reason) {
        byte[] bytes = document.getBytes(UTF_8);
        Engine.warm();

        ModelRefused refused = assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> catchThrowableOfType(ModelRefused.class, () -> Uploads.accept(bytes, UploadRules.any())));

        assertThat(refused).as(name).isNotNull();
        assertThat(refused.element()).startsWith(element).hasSizeLessThan(70);
        assertThat(refused.reason()).contains(reason).hasSizeLessThan(250).doesNotContain("\n", "secret");
        assertThat(refused.remedy()).endsWith(".");
        assertThat(ModelCheckTest.Planted.instances).isZero();
    }

    @Test
    void givenHalfAGigabyte_whenUploaded_thenRefusedAfterTheFirstTwentyMegabytes() {
        long[] read = new long[1];
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (length == 0) {
                    return 0;
                }
                int given = (int) Math.min(length, 500_000_000 - read[0]);
                Arrays.fill(buffer, offset, offset + Math.max(0, given), (byte) ' ');
                read[0] += Math.max(0, given);
                return given <= 0 ? -1 : given;
            }
        };

        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThatThrownBy(() -> Uploads.accept(endless, UploadRules.any()))
                        .isInstanceOf(ModelRefused.class)
                        .hasMessageContaining("larger than 20000000 bytes"));
        assertThat(read[0]).isLessThan(21_000_000);
    }

    @Test
    void givenInputThatNobodySupplies_whenUploaded_thenRefusedByItsName() {
        UploadRules rules = new UploadRules(Optional.of(Set.of("x", "colour", "y")), List.of(), UploadRules.BUDGET);

        assertThatThrownBy(() -> Uploads.accept(LINE.getBytes(UTF_8), rules))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining("asks for z");
    }

    @Test
    void givenRealRecordWithoutAnswer_whenUploaded_thenRefusedWithItsNumber() {
        UploadRules rules = new UploadRules(
                Optional.empty(),
                List.of(Map.of("x", 1, "z", 1, "colour", "red"), Map.of("x", 1e5, "z", 1, "colour", "red")),
                UploadRules.BUDGET);

        assertThatThrownBy(() -> Uploads.accept(LINE.getBytes(UTF_8), rules))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining("trial record 2")
                .hasMessageContaining("not a finite number");
    }

    @Test
    void givenNoTime_whenUploaded_thenRefusedWithoutWaitingForTheEnd() throws IOException {
        UploadRules rules = new UploadRules(Optional.empty(), List.of(), Duration.ofMillis(1));
        byte[] forest = Documents.forest(20, 10).getBytes(UTF_8);

        assertThatThrownBy(() -> Uploads.accept(forest, rules))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining("took longer than");
    }

    private static String many(String element, String attributes) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, 1_100)
                .forEach(index -> text.append("<" + element + " name=\"m" + index + "\"" + attributes + "/>"));
        return text.toString();
    }

    private static String verified(String rows) {
        return LINE.replace("<RegressionTable", rows + "<RegressionTable");
    }

    private static String output(String feature) {
        return LINE.replace(
                "<RegressionTable",
                "<Output><OutputField name=\"o\" optype=\"continuous\"" + " dataType=\"double\" feature=\"" + feature
                        + "\"/></Output><RegressionTable");
    }

    private static String derived(String expression) {
        return transformed(field("derived", expression));
    }

    private static String transformed(String content) {
        return LINE.replace(
                "  <RegressionModel",
                "<TransformationDictionary>" + content + "</TransformationDictionary><RegressionModel");
    }

    private static String field(String name, String expression) {
        return "<DerivedField name=\"" + name + "\" optype=\"continuous\" dataType=\"double\">" + expression
                + "</DerivedField>";
    }

    private static String function(String name, String expression) {
        return "<DefineFunction name=\"" + name + "\" optype=\"continuous\" dataType=\"double\">"
                + "<ParameterField name=\"v\"/>" + expression + "</DefineFunction>";
    }

    private static String apply(String function, String... arguments) {
        return "<Apply function=\"" + function + "\">" + String.join("", arguments) + "</Apply>";
    }

    private static String ref(String field) {
        return "<FieldRef field=\"" + field + "\"/>";
    }
}
