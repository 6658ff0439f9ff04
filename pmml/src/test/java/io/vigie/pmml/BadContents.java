package io.vigie.pmml;

import static io.vigie.pmml.Snippets.LINE;
import static io.vigie.pmml.Snippets.TREE;
import static io.vigie.pmml.Snippets.derived;
import static io.vigie.pmml.Snippets.many;
import static io.vigie.pmml.Snippets.output;
import static io.vigie.pmml.Snippets.ref;
import static io.vigie.pmml.Snippets.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Documents with numbers, elements or answers that are of no use. Each with its name, the element and the reason that are to be told. */
final class BadContents {

    private BadContents() {}

    static Stream<Arguments> numbers() {
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

    static Stream<Arguments> unsupported() {
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

    static Stream<Arguments> verification() {
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
}
