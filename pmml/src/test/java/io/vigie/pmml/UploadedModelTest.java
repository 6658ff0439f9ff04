package io.vigie.pmml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.vigie.pmml.Evaluation.Scored;
import io.vigie.pmml.Explanation.Explained;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents of others as risk models. */
class UploadedModelTest {

    /** 0.1 · a + 0.1 · b. */
    private static final String LINE = document("<RegressionModel functionName=\"regression\"><MiningSchema>"
            + "<MiningField name=\"a\"/><MiningField name=\"b\"/><MiningField name=\"y\" usageType=\"target\"/>"
            + "</MiningSchema><RegressionTable intercept=\"0\"><NumericPredictor name=\"a\" coefficient=\"0.1\"/>"
            + "<NumericPredictor name=\"b\" coefficient=\"0.1\"/></RegressionTable></RegressionModel>");

    private static final Reference AGE = reference(Map.of("age", 40.0));

    private static final Reference AB = reference(Map.of("a", 2.0, "b", 1.0, "c", 3.5));

    @Test
    void givenTheModelOfThisBuild_whenUploaded_thenItAnswersAndExplainsExactlyAsBefore() throws IOException {
        Model committed = Models.committed("churn", 1);
        Model uploaded = Models.uploaded("churn", 2, churn(), more(committed));

        assertThat(uploaded.version()).isEqualTo(2);
        assertThat(uploaded.sha256()).isEqualTo(committed.sha256());
        assertThat(uploaded.engine()).isEqualTo(committed.engine());
        assertThat(uploaded.inputs()).isEqualTo(committed.inputs());
        Random random = new Random(11);
        for (int trial = 0; trial < 500; trial++) {
            Map<String, Double> features = new LinkedHashMap<>();
            committed
                    .trainingRanges()
                    .forEach((input, range) ->
                            features.put(input, range.min() + random.nextDouble() * (range.max() - range.min())));
            assertThat(uploaded.evaluate(features)).isEqualTo(committed.evaluate(features));
            assertThat(uploaded.explain(features)).isEqualTo(committed.explain(features));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // two of three trees; logistic(0.6 + 0.2 + 0.1); logistic((1 + 4.5) / 2 + 0.25)
        "forest-majority-vote-4.3, 0.6666666666666666",
        "boosting-4.4, 0.7109495026250039",
        "stacking-4.4, 0.9525741268224334"
    })
    void givenEnsembleOfAnyKind_whenUploaded_thenTheProbabilityOfThePositiveCategory(String name, double expected) {
        Model model = Models.uploaded("churn", 1, Documents.bytes(name), AB);

        double probability = scored(model, Map.of("a", 2.0, "b", 2.5, "c", 1.0));

        Map<String, Double> features = Map.of("a", 2.0, "b", 2.5, "c", 1.0);
        Answer answer = Documents.model(name).evaluate(features);
        assertThat(((Answer.Given) answer).outputs()).containsValue(probability);
        addsUp(model, features);
        assertThat(probability).isCloseTo(expected, within(1e-12));
        assertThat(AB.referencePoint().keySet()).containsAll(model.inputs());
        assertThat(model.referencePoint()).containsOnlyKeys(model.inputs());
        assertThat(model.trainingRanges()).containsOnlyKeys(model.inputs());
    }

    @Test
    void givenNetworkWithoutDeclaredOutputs_whenUploaded_thenTheProbabilityOfItsPositiveCategory() {
        String document = Documents.text("neural-network-4.1").replace("\"on\"", "\"Left\"");
        Model model = uploaded(document, AB);

        double hidden = Math.tanh(0.1 + 2 * 0.5 - 0.3);
        assertThat(scored(model, Map.of("a", 5.0, "b", 0.3))).isCloseTo(1 / (1 + Math.exp(-2 * hidden)), within(1e-12));
        addsUp(model, Map.of("a", 5.0, "b", 0.3));
    }

    @Test
    void givenMachinesThatVote_whenUploaded_thenTheShareOfVotesAndZeroWhenNobodyVotes() {
        Model model = uploaded(Documents.text("svm-votes-4.1").replace("\"q\"", "\"Yes\""), AB);

        assertThat(scored(model, Map.of("a", 2.5))).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(scored(model, Map.of("a", 0.0))).isCloseTo(1 / 3.0, within(1e-12));
        Model other = uploaded(Documents.text("svm-votes-4.1").replace("\"p\"", "\"Yes\""), AB);
        assertThat(scored(other, Map.of("a", 2.5))).isZero();
    }

    @Test
    void givenOneDeclaredProbability_whenUploaded_thenThatOneUnlessItIsOfThoseWhoStay() {
        String tree = tree("goes away", "stays", "goes away");

        assertThat(scored(uploaded(tree, AGE), Map.of("age", 20.0))).isEqualTo(0.75);
        ModelRefused refused = refused(tree("left", "stayed", "stayed"), AGE);
        assertThat(refused.element()).isEqualTo("Output");
        assertThat(refused.reason()).contains("only the probability of those who stay");
    }

    @Test
    void givenWordsForThePositiveCategory_whenUploaded_thenEachIsKnownInAnyCase() {
        for (String word : List.of("1", "1.0", "TRUE", "Yes", "y", "Churn", "LEFT", "positive")) {
            assertThat(scored(uploaded(tree(word, "other", null), AGE), Map.of("age", 20.0)))
                    .isEqualTo(0.75);
        }
    }

    @Test
    void givenRegressionBetweenZeroAndOne_whenUploaded_thenItsNumberAndNoneOutside() {
        Model model = uploaded(LINE, AB);

        assertThat(scored(model, Map.of("a", 3.0, "b", 1.0))).isCloseTo(0.4, within(1e-12));
        assertThat(model.evaluate(Map.of("a", 30.0, "b", 1.0)))
                .isEqualTo(new Evaluation.Refused("The model's answer is not a probability."));
        addsUp(model, Map.of("a", 3.0, "b", 1.0));
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
    void givenInputThatIsCut_whenExplained_thenTheShortCutIsNotTakenAndTheBaseIsWhatTheModelSays() throws IOException {
        Model committed = Models.committed("churn", 1);
        Map<String, Double> point = new LinkedHashMap<>(committed.referencePoint());
        point.put("Num_Sites", 2.0);
        Reference outside = new Reference(point, committed.trainingRanges());
        String cut = new String(churn(), UTF_8)
                .replace(
                        "<MiningField name=\"Num_Sites\"",
                        "<MiningField name=\"Num_Sites\" outliers=\"asExtremeValues\" lowValue=\"7\" highValue=\"14\"")
                .replaceAll("(?s)<ModelVerification.*</ModelVerification>", "");
        Model model = uploaded(cut, outside);
        Map<String, Double> features = new LinkedHashMap<>(committed.referencePoint());
        features.put("Num_Sites", 10.0);

        Explained explained = (Explained) model.explain(features);

        assertThat(explained.baseValue()).isEqualTo(scored(model, point));
        addsUp(model, features);
    }

    private static void addsUp(Model model, Map<String, Double> features) {
        Explained explained = (Explained) model.explain(features);
        double sum = explained.baseValue()
                + explained.contributions().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
        assertThat(sum).isCloseTo(explained.probability(), within(1e-9));
        assertThat(explained.probability()).isEqualTo(scored(model, features));
        assertThat(explained.baseValue()).isCloseTo(scored(model, model.referencePoint()), within(1e-12));
    }

    private static double scored(Model model, Map<String, Double> features) {
        Evaluation evaluation = model.evaluate(features);
        assertThat(evaluation).isInstanceOf(Scored.class);
        return ((Scored) evaluation).probability();
    }

    private static Model uploaded(String document, Reference reference) {
        return Models.uploaded("churn", 1, document.getBytes(UTF_8), reference);
    }

    private static ModelRefused refused(String document, Reference reference) {
        return Objects.requireNonNull(
                catchThrowableOfType(ModelRefused.class, () -> uploaded(document, reference)), "nothing was refused");
    }

    private static Reference reference(Map<String, Double> point) {
        Map<String, Range> ranges = new LinkedHashMap<>();
        point.forEach((input, value) -> ranges.put(input, new Range(value - 1, value + 2)));
        return new Reference(point, ranges);
    }

    private static byte[] churn() throws IOException {
        try (InputStream stream = Models.class.getResourceAsStream("/pmml/churn/1/model.pmml")) {
            return Objects.requireNonNull(stream).readAllBytes();
        }
    }

    /** With an input that the model doesn't have. */
    private static Reference more(Model model) {
        Map<String, Double> point = new LinkedHashMap<>(model.referencePoint());
        Map<String, Range> ranges = new LinkedHashMap<>(model.trainingRanges());
        point.put("Shoe_Size", 42.0);
        ranges.put("Shoe_Size", new Range(30, 50));
        return new Reference(point, ranges);
    }

    private static String document(String model) {
        return "<PMML xmlns=\"http://www.dmg.org/PMML-4_4\" version=\"4.4\"><Header/><DataDictionary>"
                + "<DataField name=\"a\" optype=\"continuous\" dataType=\"double\"/>"
                + "<DataField name=\"b\" optype=\"continuous\" dataType=\"double\"/>"
                + "<DataField name=\"y\" optype=\"continuous\" dataType=\"double\"/></DataDictionary>" + model
                + "</PMML>";
    }

    /** Under 30 three of four go, else one of six; null declares no output. */
    private static String tree(String goes, String stays, @Nullable String output) {
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

    private static String node(String id, String operator, String score, int most, String other, int rest) {
        return "<Node id=\"" + id + "\" score=\"" + score + "\"><SimplePredicate field=\"age\" operator=\"" + operator
                + "\" value=\"30\"/><ScoreDistribution value=\"" + score + "\" recordCount=\"" + most
                + "\"/><ScoreDistribution value=\"" + other + "\" recordCount=\"" + rest + "\"/></Node>";
    }
}
