package io.vigie.pmml;

import static io.vigie.pmml.Risks.AB;
import static io.vigie.pmml.Risks.LINE;
import static io.vigie.pmml.Risks.document;
import static io.vigie.pmml.Risks.reference;
import static io.vigie.pmml.Risks.refused;
import static io.vigie.pmml.Risks.scored;
import static io.vigie.pmml.Risks.uploaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no risk, and what a risk model can't be asked. */
class RefusedRiskTest {

    @Test
    void givenAnswerThatLeavesTheRangeAtACorner_whenUploaded_thenRefusedWithTheInput() {
        Reference wide = new Reference(Map.of("a", 2.0, "b", 1.0), Map.of("a", new Range(0, 12), "b", new Range(0, 3)));

        assertThat(refused(LINE, wide).reason())
                .isEqualTo("its answer at the end of the training range of a is not between 0 and 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "k-means-4.3 | x | x | Output | neither a probability nor a number",
                "neural-network-4.1 | x | x | Output | none of its probabilities",
                "svm-votes-4.1 | value=\"p\"/><Value value=\"q\" | value=\"YES\"/><Value value=\"True\" | Output | more than one",
                "naive-bayes-4.0 | x | x | MiningField | weather is not a number",
                "svm-4.2 | \"b\" | \"shoe size\" | MiningField | no reference value for the input shoe size",
                "boosting-4.4 | feature=\"probability\" value=\"1\" | feature=\"probability\" value=\"0\" | Output | those who stay",
            })
    void givenAnswerThatIsNoRisk_whenUploaded_thenRefusedWithElementAndReason(
            String name, String from, String to, String element, String reason) {
        ModelRefused refused = refused(Documents.text(name).replace(from, to), AB);

        assertThat(refused.element()).isEqualTo(element);
        assertThat(refused.reason()).contains(reason);
        assertThat(refused.remedy()).endsWith(".");
    }

    @Test
    void givenMoreThanTwelveInputs_whenUploaded_thenRefused() {
        StringBuilder fields = new StringBuilder();
        StringBuilder schema = new StringBuilder();
        for (int input = 0; input < 13; input++) {
            fields.append("<DataField name=\"x" + input + "\" optype=\"continuous\" dataType=\"double\"/>");
            schema.append("<MiningField name=\"x" + input + "\"/>");
        }
        String wide = LINE.replace("<DataField name=\"y\"", fields + "<DataField name=\"y\"")
                .replace("<MiningField name=\"b\"/>", "<MiningField name=\"b\"/>" + schema);

        assertThat(refused(wide, AB).reason()).isEqualTo("there must be 1 to 12 inputs");
    }

    @Test
    void givenWholeNumberWhoseReferenceIsAMean_whenUploaded_thenRefusedWithItsName() {
        String whole = LINE.replace(
                "name=\"a\" optype=\"continuous\" dataType=\"double\"",
                "name=\"a\" optype=\"continuous\" dataType=\"integer\"");

        assertThat(refused(whole, reference(Map.of("a", 2.5, "b", 1.0))).reason())
                .contains("a has a value that the model doesn't take");
        assertThat(scored(uploaded(whole, AB), Map.of("a", 3.0, "b", 1.0))).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void givenScorecard_whenItsPointsAreNoShares_thenRefused() {
        String points = "<Scorecard functionName=\"regression\" initialScore=\"%s\" useReasonCodes=\"false\">"
                + "<MiningSchema><MiningField name=\"a\"/><MiningField name=\"y\" usageType=\"target\"/></MiningSchema>"
                + "<Characteristics><Characteristic name=\"c\">"
                + "<Attribute partialScore=\"0.25\"><SimplePredicate field=\"a\" operator=\"lessThan\" value=\"2.5\"/></Attribute>"
                + "<Attribute partialScore=\"0.5\"><True/></Attribute></Characteristic></Characteristics></Scorecard>";

        assertThat(scored(uploaded(document(points.formatted("0.125")), AB), Map.of("a", 3.0)))
                .isEqualTo(0.625);
        ModelRefused refused = refused(document(points.formatted("300")), AB);
        assertThat(refused.element()).isEqualTo("Output");
        assertThat(refused.reason()).isEqualTo("its answer at the reference point is not between 0 and 1");
    }

    @Test
    void givenInputWhoseNameCouldDoHarm_whenItIsMissing_thenTheNameIsNotRepeated() {
        Model model = uploaded(LINE.replace("\"b\"", "\"&lt;b&gt;\""), reference(Map.of("a", 2.0, "<b>", 1.0)));

        assertThat(model.evaluate(Map.of("a", 1.0)))
                .isEqualTo(new Evaluation.Refused("(unprintable name) is missing."));
        assertThat(model.evaluate(Map.of("a", 1.0, "<b>", Double.NaN)))
                .isEqualTo(new Evaluation.Refused("(unprintable name) is not a finite number."));
    }

    @Test
    void givenOutputsThatNestTooDeepForTheStack_whenUploaded_thenRefusedAndNoError() throws Exception {
        StringBuilder outputs = new StringBuilder("<Output>" + output(0, "<FieldRef field=\"a\"/>"));
        for (int index = 1; index < 30_000; index++) {
            outputs.append(output(index, "<FieldRef field=\"o" + (index - 1) + "\"/>"));
        }
        outputs.append(output(30_000, Snippets.apply("concat", Snippets.ref("o29999"))) + "</Output>");
        String document = LINE.replace("<RegressionTable", outputs + "<RegressionTable");
        FutureTask<ModelRefused> task = new FutureTask<>(() -> refused(document, AB));
        new Thread(null, task, "small", Bounded.STACK_BYTES).start();

        assertThat(task.get(20, TimeUnit.SECONDS).reason()).isEqualTo("it nests too deep to be read");
    }

    private static String output(int index, String expression) {
        return "<OutputField name=\"o" + index + "\" optype=\"categorical\" dataType=\"string\""
                + " feature=\"transformedValue\">" + expression + "</OutputField>";
    }
}
