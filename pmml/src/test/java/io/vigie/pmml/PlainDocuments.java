package io.vigie.pmml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Documents of each shape that is translated into arrays, over the inputs a and b (double), n (integer) and f (float). */
final class PlainDocuments {

    static final Reference REFERENCE = reference();

    private static final String INPUTS = "<MiningSchema><MiningField name=\"a\"/><MiningField name=\"b\"/>"
            + "<MiningField name=\"n\"/><MiningField name=\"f\"/>";

    private static final String FOR_K = INPUTS + "<MiningField name=\"k\" usageType=\"target\"/></MiningSchema>";
    private static final String FOR_Y = INPUTS + "<MiningField name=\"y\" usageType=\"target\"/></MiningSchema>";
    private static final String BARE = INPUTS + "</MiningSchema>";

    private static final String OUTPUT = "<Output><OutputField name=\"p\" optype=\"continuous\" dataType=\"double\""
            + " feature=\"probability\" value=\"1\"/></Output>";

    /** What is predicted, in other words. */
    private static final String MAPPED = "<OutputField name=\"decided\" optype=\"categorical\" dataType=\"string\""
            + " feature=\"predictedValue\"/><OutputField name=\"told\" optype=\"categorical\" dataType=\"string\""
            + " feature=\"transformedValue\"><MapValues outputColumn=\"out\" dataType=\"string\" defaultValue=\"unknown\">"
            + "<FieldColumnPair field=\"decided\" column=\"in\"/><InlineTable><row><in>1</in><out>leaves</out></row>"
            + "</InlineTable></MapValues></OutputField>";

    private static final String LINE = "<NumericPredictor name=\"a\" coefficient=\"0.7\"/>"
            + "<NumericPredictor name=\"n\" coefficient=\"-0.3\"/><NumericPredictor name=\"f\" coefficient=\"0.11\"/>"
            + "<NumericPredictor name=\"b\" exponent=\"2\" coefficient=\"0.05\"/>"
            + "<PredictorTerm coefficient=\"0.02\"><FieldRef field=\"a\"/><FieldRef field=\"b\"/></PredictorTerm>";

    private static final String PRODUCTS =
            "<PredictorTerm coefficient=\"-0.013\"><FieldRef field=\"a\"/><FieldRef field=\"n\"/><FieldRef field=\"f\"/>"
                    + "</PredictorTerm><PredictorTerm coefficient=\"0.007\"><FieldRef field=\"b\"/><FieldRef field=\"b\"/>"
                    + "<FieldRef field=\"b\"/></PredictorTerm>";

    private PlainDocuments() {}

    private static Reference reference() {
        Map<String, Double> point = new LinkedHashMap<>();
        Map<String, Range> ranges = new LinkedHashMap<>();
        List.of("a", "b", "n", "f").forEach(input -> {
            point.put(input, 1.0);
            ranges.put(input, new Range(-4, 6));
        });
        return new Reference(point, ranges);
    }

    /** By what is particular to them. */
    static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String method : List.of("none", "logit", "softmax", "cloglog", "simplemax")) {
            all.put("regression of two, " + method, document("", two(method, "0")));
        }
        all.put("regression of two, softmax with both", document("", two("softmax", "0.4")));
        all.put(
                "regression of two, the other first",
                document(
                        "",
                        two("logit", "0")
                                .replace("\"1\"", "?")
                                .replace("targetCategory=\"0\"", "targetCategory=\"1\"")
                                .replace("targetCategory=?", "targetCategory=\"0\"")
                                .replace("value=?", "value=\"1\"")));
        all.put(
                "regression of three",
                document(
                                "",
                                two("softmax", "0.2")
                                        .replace(
                                                "</RegressionModel>",
                                                "<RegressionTable intercept=\"-0.1\" targetCategory=\"2\">"
                                                        + "<NumericPredictor name=\"b\" coefficient=\"0.4\"/></RegressionTable></RegressionModel>"))
                        .replace("<Value value=\"0\"/>", "<Value value=\"0\"/><Value value=\"2\"/>"));
        for (String method : List.of("logit", "softmax", "cloglog")) {
            all.put("regression of a number, " + method, document("", number(method, 0.5, 0.1)));
        }
        // Rescaled so that the answers are risks.
        all.put("regression of a number, exp", document("", number("exp", 0.02, 0.1)));
        all.put("regression of a number, none", document("", number("none", 0.1, 0.5)));
        all.put(
                "regression with products of three",
                document("", two("logit", "0").replace("</RegressionTable>", PRODUCTS + "</RegressionTable>")));
        all.put("tree", document("", tree("classification", FOR_K + OUTPUT, "", 3)));
        all.put("tree of numbers", document("", tree("regression", FOR_Y, "", 3)));
        all.put(
                "tree with a last prediction",
                document(
                        "",
                        tree("classification", FOR_K + OUTPUT, " noTrueChildStrategy=\"returnLastPrediction\"", 4)));
        for (String method : List.of("average", "weightedAverage", "majorityVote", "weightedMajorityVote")) {
            all.put("forest by " + method, document("", forest("classification", method, FOR_K + OUTPUT, 7)));
        }
        for (String method : List.of("average", "weightedAverage")) {
            all.put("forest of numbers by " + method, document("", forest("regression", method, FOR_Y, 7)));
        }
        for (String method : List.of("sum", "weightedSum")) {
            all.put("boosting by " + method, document("", boosting(method)));
        }
        all.put(
                "intervals",
                all.get("tree")
                        .replace(
                                "<DataField name=\"a\" optype=\"continuous\" dataType=\"double\"/>",
                                "<DataField name=\"a\" optype=\"continuous\" dataType=\"double\">"
                                        + "<Interval closure=\"closedOpen\" leftMargin=\"-4\" rightMargin=\"2\"/>"
                                        + "<Interval closure=\"openClosed\" leftMargin=\"3\" rightMargin=\"6\"/></DataField>"));
        all.put(
                "casts",
                document(
                                "<TransformationDictionary><DerivedField name=\"float(a)\" optype=\"continuous\""
                                        + " dataType=\"float\"><FieldRef field=\"a\"/></DerivedField></TransformationDictionary>",
                                forest("classification", "average", FOR_K + OUTPUT, 7))
                        .replace("field=\"a\" operator", "field=\"float(a)\" operator")
                        .replace(" f=\"\"", ""));
        all.put("compound predicates", document("", compound()));
        all.put("predicates that are false", document("", alwaysFalse()));
        all.put(
                "outputs through a table",
                document("", tree("classification", FOR_K + OUTPUT.replace("</Output>", MAPPED + "</Output>"), "", 3)));
        return all;
    }

    /** One of them. */
    static String of(String particular) {
        return Objects.requireNonNull(all().get(particular), particular);
    }

    static String document(String transformations, String model) {
        return "<PMML xmlns=\"http://www.dmg.org/PMML-4_4\" version=\"4.4\"><Header/><DataDictionary>"
                + "<DataField name=\"a\" optype=\"continuous\" dataType=\"double\"/>"
                + "<DataField name=\"b\" optype=\"continuous\" dataType=\"double\"/>"
                + "<DataField name=\"n\" optype=\"continuous\" dataType=\"integer\"/>"
                + "<DataField name=\"f\" optype=\"continuous\" dataType=\"float\"/>"
                + "<DataField name=\"y\" optype=\"continuous\" dataType=\"double\"/>"
                + "<DataField name=\"k\" optype=\"categorical\" dataType=\"string\"><Value value=\"1\"/>"
                + "<Value value=\"0\"/></DataField></DataDictionary>" + transformations + model + "</PMML>";
    }

    private static String two(String method, String intercept) {
        return "<RegressionModel functionName=\"classification\" normalizationMethod=\"" + method + "\">" + FOR_K
                + OUTPUT + "<RegressionTable intercept=\"-0.6\" targetCategory=\"1\">" + LINE
                + "</RegressionTable><RegressionTable intercept=\"" + intercept
                + "\" targetCategory=\"0\"/></RegressionModel>";
    }

    private static String number(String method, double factor, double constant) {
        return "<RegressionModel functionName=\"regression\" normalizationMethod=\"" + method + "\">" + FOR_Y
                + "<Targets><Target field=\"y\" rescaleFactor=\"" + factor + "\" rescaleConstant=\"" + constant
                + "\"/></Targets>"
                + "<RegressionTable intercept=\"-0.6\">" + LINE + "</RegressionTable></RegressionModel>";
    }

    private static String forest(String function, String method, String head, int trees) {
        StringBuilder text = new StringBuilder("<MiningModel functionName=\"" + function + "\">" + head
                + "<Segmentation multipleModelMethod=\"" + method + "\">");
        for (int tree = 0; tree < trees; tree++) {
            text.append("<Segment id=\"")
                    .append(tree)
                    .append("\" weight=\"")
                    .append(1 + tree % 3 * 0.5)
                    .append("\"><True/>")
                    .append(tree(function, head.contains("\"k\"") ? FOR_K : BARE, "", 10 + tree))
                    .append("</Segment>");
        }
        return text.append("</Segmentation></MiningModel>").toString();
    }

    private static String boosting(String method) {
        return "<MiningModel functionName=\"classification\">" + FOR_K
                + "<Segmentation multipleModelMethod=\"modelChain\"><Segment id=\"s\"><True/>"
                + forest(
                        "regression",
                        method,
                        BARE + "<Output><OutputField name=\"margin\" optype=\"continuous\""
                                + " dataType=\"double\" isFinalResult=\"false\"/></Output>"
                                + "<Targets><Target rescaleConstant=\"-0.2\" rescaleFactor=\"0.9\"/></Targets>",
                        9)
                + "</Segment><Segment id=\"l\"><True/><RegressionModel functionName=\"classification\""
                + " normalizationMethod=\"logit\"><MiningSchema><MiningField name=\"margin\"/><MiningField name=\"b\"/>"
                + "<MiningField name=\"k\" usageType=\"target\"/></MiningSchema>" + OUTPUT
                + "<RegressionTable intercept=\"-2\" targetCategory=\"1\"><NumericPredictor name=\"margin\""
                + " coefficient=\"1.3\"/><NumericPredictor name=\"b\" coefficient=\"0.01\"/></RegressionTable>"
                + "<RegressionTable intercept=\"0\" targetCategory=\"0\"/></RegressionModel></Segment>"
                + "</Segmentation></MiningModel>";
    }

    private static String compound() {
        return "<TreeModel functionName=\"classification\">" + FOR_K + OUTPUT + "<Node score=\"0\"><True/>"
                + leaf(
                        "<CompoundPredicate booleanOperator=\"and\">" + simple("a", "lessThan", "1")
                                + simple("b", "greaterOrEqual", "0") + simple("n", "notEqual", "2")
                                + "</CompoundPredicate>",
                        1,
                        9)
                + leaf(
                        "<CompoundPredicate booleanOperator=\"or\">" + simple("n", "equal", "3")
                                + simple("f", "greaterThan", "2.1") + "</CompoundPredicate>",
                        4,
                        3)
                + leaf(
                        "<CompoundPredicate booleanOperator=\"surrogate\">" + simple("a", "lessOrEqual", "0.5")
                                + simple("b", "greaterThan", "2") + "</CompoundPredicate>",
                        6,
                        5)
                + leaf("<True/>", 7, 2) + "</Node></TreeModel>";
    }

    /** False where a node begins, and in compounds of each kind and of compounds. */
    private static String alwaysFalse() {
        String either = "<CompoundPredicate booleanOperator=\"or\"><False/>" + simple("a", "lessThan", "1")
                + "</CompoundPredicate>";
        return "<TreeModel functionName=\"classification\">" + FOR_K + OUTPUT + "<Node score=\"0\"><True/>"
                + leaf("<False/>", 1, 9)
                + leaf(
                        "<CompoundPredicate booleanOperator=\"and\">" + simple("b", "greaterThan", "0")
                                + "<False/></CompoundPredicate>",
                        2,
                        7)
                + leaf(
                        "<CompoundPredicate booleanOperator=\"and\">" + either + simple("f", "lessOrEqual", "2.5")
                                + "</CompoundPredicate>",
                        4,
                        3)
                + leaf(
                        "<CompoundPredicate booleanOperator=\"surrogate\"><False/>" + simple("b", "greaterThan", "2")
                                + "</CompoundPredicate>",
                        6,
                        5)
                + leaf(simple("n", "greaterThan", "0"), 5, 8) + leaf("<True/>", 7, 2) + "</Node></TreeModel>";
    }

    private static String tree(String function, String head, String more, int seed) {
        StringBuilder text = new StringBuilder("<TreeModel functionName=\"" + function + "\"" + more
                + " missingValueStrategy=\"lastPrediction\">" + head + "<Node score=\"0.3\"><True/>");
        if (function.equals("classification")) {
            text.setLength(text.length() - "<Node score=\"0.3\"><True/>".length());
            text.append("<Node score=\"1\"><True/>").append(share(3, 4));
        }
        split(text, function, 4, new Random(seed), !more.isEmpty());
        return text.append("</Node></TreeModel>").toString();
    }

    private static void split(StringBuilder text, String function, int levels, Random random, boolean open) {
        String field = List.of("a", "b", "n", "f").get(random.nextInt(4));
        String bound =
                field.equals("n") ? String.valueOf(random.nextInt(6)) : String.valueOf(random.nextInt(80) / 10.0 - 3);
        boolean less = random.nextBoolean();
        List<String> operators = List.of(less ? "lessThan" : "lessOrEqual", less ? "greaterOrEqual" : "greaterThan");
        for (String operator : random.nextBoolean() ? operators : List.of(operators.get(1), operators.get(0))) {
            if (open && levels == 2 && operator.startsWith("greater")) {
                continue;
            }
            boolean classes = function.equals("classification");
            text.append("<Node score=\"")
                    .append(classes ? String.valueOf(random.nextInt(2)) : "0." + random.nextInt(1_000))
                    .append("\">")
                    .append(simple(field, operator, bound));
            text.append(classes ? share(random.nextInt(9), 1 + random.nextInt(9)) : "");
            if (levels > 1) {
                split(text, function, levels - 1, random, open);
            }
            text.append("</Node>");
        }
    }

    private static String leaf(String predicate, int one, int zero) {
        return "<Node score=\"1\">" + predicate + share(one, zero) + "</Node>";
    }

    private static String simple(String field, String operator, String value) {
        return "<SimplePredicate field=\"" + field + "\" operator=\"" + operator + "\" value=\"" + value + "\"/>";
    }

    private static String share(int one, int zero) {
        return "<ScoreDistribution value=\"1\" recordCount=\"" + one
                + "\"/><ScoreDistribution value=\"0\" recordCount=\"" + zero + "\"/>";
    }

    /** Complete trees of seeded splits, averaged. */
    static String forest(int trees, int depth) {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder("<MiningModel functionName=\"classification\">" + FOR_K + OUTPUT
                + "<Segmentation multipleModelMethod=\"average\">");
        for (int tree = 0; tree < trees; tree++) {
            text.append(
                            "<Segment><True/><TreeModel functionName=\"classification\" splitCharacteristic=\"binarySplit\">")
                    .append(FOR_K)
                    .append("<Node score=\"1\"><True/>")
                    .append(share(1, 1));
            split(text, "classification", depth, random, false);
            text.append("</Node></TreeModel></Segment>");
        }
        return document("", text.append("</Segmentation></MiningModel>").toString());
    }
}
