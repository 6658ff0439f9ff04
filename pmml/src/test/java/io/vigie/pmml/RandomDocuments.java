package io.vigie.pmml;

import java.util.List;
import java.util.Random;

/** Documents by lot over the inputs of {@link PlainDocuments}: the same seed, the same document. */
final class RandomDocuments {

    private static final List<String> INPUTS = List.of("a", "b", "n", "f");
    private static final List<String> OPERATORS =
            List.of("lessThan", "lessOrEqual", "greaterThan", "greaterOrEqual", "equal", "notEqual");

    private final Random random;
    private final StringBuilder text = new StringBuilder();

    private RandomDocuments(long seed) {
        // Random begins alike for seeds that stand side by side.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    private static String schema(String target) {
        StringBuilder schema = new StringBuilder("<MiningSchema>");
        INPUTS.forEach(
                input -> schema.append("<MiningField name=\"").append(input).append("\"/>"));
        return schema.append("<MiningField name=\"")
                .append(target)
                .append("\" usageType=\"target\"/></MiningSchema>")
                .toString();
    }

    /** A regression of a number with up to six numbers of exponents -1 to 3, and up to five products of one to three. */
    static String regression(long seed, String method) {
        return PlainDocuments.document("", new RandomDocuments(seed).number(method));
    }

    /** A tree of classes whose predicates are of every kind, true and false ones and compounds of compounds among them. */
    static String tree(long seed) {
        return PlainDocuments.document("", new RandomDocuments(seed).classes(""));
    }

    /** The same with an output that a table makes of the predicted category; half of the tables lack one. */
    static String mapped(long seed) {
        RandomDocuments lot = new RandomDocuments(seed);
        String rows = "<row><in>1</in><out>" + lot.random.nextInt(100) + "</out></row>"
                + (lot.random.nextBoolean() ? "" : "<row><in>0</in><out>" + lot.random.nextInt(100) + "</out></row>");
        return PlainDocuments.document(
                "", lot.classes(mapping(rows, lot.random.nextBoolean() ? " defaultValue=\"-1\"" : "")));
    }

    /** A tree with an output that the evaluator can't make of one of the categories, which may never be predicted. */
    static String mappedToNoNumber(long seed) {
        RandomDocuments lot = new RandomDocuments(seed);
        return PlainDocuments.document(
                "", lot.classes(mapping("<row><in>1</in><out>7</out></row><row><in>0</in><out>none</out></row>", "")));
    }

    private static String mapping(String rows, String absent) {
        return "<OutputField name=\"decided\" optype=\"categorical\" dataType=\"string\" feature=\"predictedValue\"/>"
                + "<OutputField name=\"code\" optype=\"categorical\" dataType=\"integer\""
                + " feature=\"transformedValue\"><MapValues outputColumn=\"out\" dataType=\"integer\"" + absent
                + "><FieldColumnPair field=\"decided\" column=\"in\"/><InlineTable>" + rows
                + "</InlineTable></MapValues></OutputField>";
    }

    private String number(String method) {
        text.append("<RegressionModel functionName=\"regression\" normalizationMethod=\"" + method + "\">")
                .append(schema("y"))
                .append("<RegressionTable intercept=\"")
                .append(method.equals("exp") ? -1.5 - random.nextDouble() : 0.3 + random.nextDouble() * 0.4)
                .append("\">");
        for (int count = random.nextInt(7); count > 0; count--) {
            text.append("<NumericPredictor name=\"" + input() + "\" exponent=\"" + (random.nextInt(5) - 1)
                    + "\" coefficient=\"" + random.nextGaussian() * 0.02 + "\"/>");
        }
        for (int count = 1 + random.nextInt(5); count > 0; count--) {
            text.append("<PredictorTerm coefficient=\"" + random.nextGaussian() * 0.004 + "\">");
            for (int factors = count == 1 ? 3 : 1 + random.nextInt(3); factors > 0; factors--) {
                text.append("<FieldRef field=\"" + input() + "\"/>");
            }
            text.append("</PredictorTerm>");
        }
        return text.append("</RegressionTable></RegressionModel>").toString();
    }

    private String input() {
        return INPUTS.get(random.nextInt(INPUTS.size()));
    }

    private String classes(String outputs) {
        text.append("<TreeModel functionName=\"classification\" noTrueChildStrategy=\"")
                .append(random.nextBoolean() ? "returnLastPrediction" : "returnNullPrediction")
                .append("\">")
                .append(schema("k"))
                .append("<Output><OutputField name=\"p\" optype=\"continuous\" dataType=\"double\"")
                .append(" feature=\"probability\" value=\"1\"/>")
                .append(outputs)
                .append("</Output>");
        node("<True/>", 4);
        return text.append("</TreeModel>").toString();
    }

    /** The more likely category is the predicted one; the last child's predicate is true, or mostly right above a leaf. */
    private void node(String predicate, int levels) {
        int ones = random.nextInt(10);
        int zeros = ones == 5 ? 6 : 10 - ones;
        text.append("<Node score=\"" + (ones > zeros ? 1 : 0) + "\">" + predicate
                + "<ScoreDistribution value=\"1\" recordCount=\"" + ones
                + "\"/><ScoreDistribution value=\"0\" recordCount=\"" + zeros + "\"/>");
        int children = levels == 0 ? 0 : 1 + random.nextInt(3);
        for (int child = 0; child < children; child++) {
            boolean rest = child == children - 1 && (levels > 1 || random.nextInt(5) > 0);
            node(rest ? "<True/>" : predicate(2), levels - 1);
        }
        text.append("</Node>");
    }

    private String predicate(int depth) {
        int kind = random.nextInt(depth == 0 ? 6 : 10);
        if (kind == 0) {
            return "<False/>";
        }
        if (kind == 1) {
            return "<True/>";
        }
        if (kind < 6) {
            return simple();
        }
        StringBuilder compound = new StringBuilder("<CompoundPredicate booleanOperator=\""
                + List.of("and", "or", "surrogate").get(random.nextInt(3)) + "\">");
        for (int count = 2 + random.nextInt(2); count > 0; count--) {
            compound.append(predicate(depth - 1));
        }
        return compound.append("</CompoundPredicate>").toString();
    }

    /** Whole bounds where it may have to equal them. */
    private String simple() {
        String operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
        boolean whole = operator.contains("qual") && !operator.contains("Or") || random.nextBoolean();
        String field = whole ? "n" : input();
        String bound =
                field.equals("n") ? String.valueOf(random.nextInt(6)) : String.valueOf(random.nextInt(80) / 10.0 - 3);
        return "<SimplePredicate field=\"" + field + "\" operator=\"" + operator + "\" value=\"" + bound + "\"/>";
    }
}
