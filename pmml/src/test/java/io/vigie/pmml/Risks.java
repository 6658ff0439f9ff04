package io.vigie.pmml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vigie.pmml.Evaluation.Scored;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Small documents whose answers are risks, and what is asked of them. */
final class Risks {

    /** 0.1 · a + 0.1 · b. */
    static final String LINE = document("<RegressionModel functionName=\"regression\"><MiningSchema>"
            + "<MiningField name=\"a\"/><MiningField name=\"b\"/><MiningField name=\"y\" usageType=\"target\"/>"
            + "</MiningSchema><RegressionTable intercept=\"0\"><NumericPredictor name=\"a\" coefficient=\"0.1\"/>"
            + "<NumericPredictor name=\"b\" coefficient=\"0.1\"/></RegressionTable></RegressionModel>");

    static final Reference AGE = reference(Map.of("age", 40.0));

    static final Reference AB = reference(Map.of("a", 2.0, "b", 1.0, "c", 3.5));

    private Risks() {}

    static double scored(Model model, Map<String, Double> features) {
        Evaluation evaluation = model.evaluate(features);
        assertThat(evaluation).isInstanceOf(Scored.class);
        return ((Scored) evaluation).probability();
    }

    static Model uploaded(String document, Reference reference) {
        return Models.uploaded("churn", 1, document.getBytes(UTF_8), reference);
    }

    static ModelRefused refused(String document, Reference reference) {
        return Objects.requireNonNull(
                catchThrowableOfType(ModelRefused.class, () -> uploaded(document, reference)), "nothing was refused");
    }

    static Reference reference(Map<String, Double> point) {
        Map<String, Range> ranges = new LinkedHashMap<>();
        point.forEach((input, value) -> ranges.put(input, new Range(value - 1, value + 2)));
        return new Reference(point, ranges);
    }

    static String document(String model) {
        return "<PMML xmlns=\"http://www.dmg.org/PMML-4_4\" version=\"4.4\"><Header/><DataDictionary>"
                + "<DataField name=\"a\" optype=\"continuous\" dataType=\"double\"/>"
                + "<DataField name=\"b\" optype=\"continuous\" dataType=\"double\"/>"
                + "<DataField name=\"y\" optype=\"continuous\" dataType=\"double\"/></DataDictionary>" + model
                + "</PMML>";
    }

    /** Under 30 three of four go, else one of six; null declares no output. */
    static String tree(String goes, String stays, @Nullable String output) {
        String declared = output == null
                ? ""
                : "<Output><OutputField name=\"p\" optype=\"continuous\" dataType=\"double\""
                        + " feature=\"probability\" value=\"" + output + "\"/></Output>";
        return "<PMML xmlns=\"http://www.dmg.org/PMML-4_4\" version=\"4.4\"><Header/><DataDictionary>"
                + "<DataField name=\"age\" optype=\"continuous\" dataType=\"double\"/>"
                + "<DataField name=\"k\" optype=\"categorical\" dataType=\"string\"><Value value=\"" + goes
                + "\"/><Value value=\"" + stays + "\"/></DataField></DataDictionary>"
                + "<TreeModel functionName=\"classification\" splitCharacteristic=\"binarySplit\"><MiningSchema>"
                + "<MiningField name=\"age\"/><MiningField name=\"k\" usageType=\"target\"/></MiningSchema>" + declared
                + "<Node id=\"1\"><True/>" + node("2", "lessThan", goes, 30, stays, 10)
                + node("3", "greaterOrEqual", stays, 50, goes, 10) + "</Node></TreeModel></PMML>";
    }

    static String node(String id, String operator, String score, int most, String other, int rest) {
        return "<Node id=\"" + id + "\" score=\"" + score + "\"><SimplePredicate field=\"age\" operator=\"" + operator
                + "\" value=\"30\"/><ScoreDistribution value=\"" + score + "\" recordCount=\"" + most
                + "\"/><ScoreDistribution value=\"" + other + "\" recordCount=\"" + rest + "\"/></Node>";
    }
}
