package io.vigie.pmml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.pmml.check.DocumentCheck;
import io.vigie.pmml.describe.Schema;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** That no check refuses what people really make. */
class LegitimateDocumentsTest {

    @Test
    void givenForestOfOneMegabyte_whenUploaded_thenAcceptedWithinItsBudget() {
        String forest = Documents.forest(100, 6);
        assertThat(forest.length()).isBetween(1_000_000, 1_600_000);
        Documents.accepted(forest);

        long began = System.nanoTime();
        AnyModel model = Documents.accepted(forest);
        Duration took = Duration.ofNanos(System.nanoTime() - began);

        System.out.printf("A forest of %,d bytes was checked in %d ms.%n", forest.length(), took.toMillis());
        assertThat(took).isLessThan(Duration.ofSeconds(4));
        assertThat(model.evaluate(Map.of("x0", 3, "x1", 1, "x2", 9))).isInstanceOf(Answer.Given.class);
    }

    @Test
    void givenForestOfTenMegabytes_whenUploaded_thenAccepted() {
        String forest = Documents.forest(100, 9);
        assertThat(forest.length()).isGreaterThan(9_000_000);

        assertThat(Documents.accepted(forest).schema().elements()).isGreaterThan(200_000);
    }

    @ParameterizedTest
    @MethodSource("depths")
    void givenDeepTree_whenUploadedAndAskedOnHalfAStack_thenAnswered(int levels) throws Exception {
        AnyModel model = Documents.accepted(Documents.branch(levels));
        FutureTask<Answer> asked = new FutureTask<>(() -> model.evaluate(Map.of("x", 1)));
        Thread thread = new Thread(null, asked, "small", Bounded.STACK_BYTES / 2);
        thread.start();

        assertThat(asked.get(10, TimeUnit.SECONDS)).isEqualTo(new Answer.Given(Map.of("y", 7.0)));
    }

    /** What trees have when they are let grow, and the most that is allowed. */
    static Stream<Arguments> depths() {
        return Stream.of(Arguments.of(60), Arguments.of(300));
    }

    @Test
    void givenDeepestExpression_whenUploaded_thenAccepted() {
        int levels = 110;
        String line = Documents.text("regression-exp-4.4")
                .replace(
                        "  <RegressionModel",
                        "<TransformationDictionary><DerivedField name=\"d\" optype=\"continuous\" dataType=\"double\">"
                                + "<Apply function=\"abs\">".repeat(levels) + "<FieldRef field=\"x\"/>"
                                + "</Apply>".repeat(levels)
                                + "</DerivedField></TransformationDictionary><RegressionModel")
                .replace("NumericPredictor name=\"x\" coefficient", "NumericPredictor name=\"d\" coefficient");

        assertThat(Documents.accepted(line).evaluate(Map.of("x", 0, "z", 0, "colour", "blue")))
                .isEqualTo(new Answer.Given(Map.of("y", Math.exp(0.5))));
    }

    @Test
    void givenDeepestChain_whenAskedOnHalfAStack_thenAnswered() throws Exception {
        assertThat(onHalfAStack(Documents.accepted(chain(3)))).isEqualTo(new Answer.Given(Map.of("y", Math.exp(0.5))));
    }

    @Test
    void givenChainThatWasNeverChecked_whenItOverflowsTheStack_thenRefusedAsAValue() throws Exception {
        Engine.Built built = Engine.build(chain(100).getBytes(UTF_8));
        DocumentCheck.Passed other = new ModelCheck().document(Documents.bytes("regression-exp-4.4"));
        DocumentCheck.Passed unchecked =
                new DocumentCheck.Passed("RegressionModel", "4.4", 1, 1, false, Set.of(), other.root());

        AnyModel model = new EvaluatedModel("", built.evaluator(), SchemaReader.read(built, unchecked));

        assertThat(onHalfAStack(model)).isEqualTo(new Answer.Refused("The model failed with StackOverflowError."));
    }

    private static Answer onHalfAStack(AnyModel model) throws Exception {
        FutureTask<Answer> asked = new FutureTask<>(() -> model.evaluate(Map.of("x", 0, "z", 0, "colour", "blue")));
        new Thread(null, asked, "asking", Bounded.STACK_BYTES).start();
        return asked.get(10, TimeUnit.SECONDS);
    }

    /** So many fields of 120 levels each, one upon the other. */
    private static String chain(int links) {
        StringBuilder fields = new StringBuilder();
        for (int link = 0; link < links; link++) {
            fields.append("<DerivedField name=\"d" + link + "\" optype=\"continuous\" dataType=\"double\">"
                    + "<Apply function=\"abs\">".repeat(120) + "<FieldRef field=\""
                    + (link == 0 ? "x" : "d" + (link - 1)) + "\"/>" + "</Apply>".repeat(120) + "</DerivedField>");
        }
        return Documents.text("regression-exp-4.4")
                .replace(
                        "  <RegressionModel",
                        "<TransformationDictionary>" + fields + "</TransformationDictionary><RegressionModel")
                .replace(
                        "NumericPredictor name=\"x\" coefficient",
                        "NumericPredictor name=\"d" + (links - 1) + "\" coefficient");
    }

    @Test
    void givenCategoriesThatLookLikeNoNumbers_whenUploaded_thenAccepted() {
        String words = Documents.text("regression-exp-4.4")
                .replace("value=\"red\"", "value=\"NaN\"")
                .replace(
                        "<Value value=\"blue\"/>",
                        "<Value value=\"Infinity\"/><Value value=\"nan\" property=\"missing\"/>");
        AnyModel model = Documents.accepted(words);

        assertThat(model.evaluate(Map.of("x", 0, "z", 0, "colour", "NaN")))
                .isEqualTo(new Answer.Given(Map.of("y", Math.exp(-0.5))));
        assertThat(model.schema().inputs().get(2).missingMarks()).containsExactly("nan");
    }

    @Test
    void givenHalfOpenIntervalsAndStatistics_whenUploaded_thenAccepted() {
        String open = Documents.text("regression-exp-4.4")
                .replace(
                        "<DataField name=\"z\" optype=\"continuous\" dataType=\"double\"/>",
                        "<DataField name=\"z\" optype=\"continuous\" dataType=\"double\">"
                                + "<Interval closure=\"openClosed\" rightMargin=\"9\"/></DataField>")
                .replace(
                        "<RegressionTable",
                        "<ModelStats><UnivariateStats field=\"x\"><NumericInfo"
                                + " standardDeviation=\"NaN\"/></UnivariateStats></ModelStats><RegressionTable");
        AnyModel model = Documents.accepted(open);

        assertThat(model.schema().inputs().get(1).intervals())
                .containsExactly(new Schema.Interval("openClosed", null, 9.0));
        assertThat(model.evaluate(Map.of("x", 0, "z", 10, "colour", "blue"))).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void givenNaiveBayesWithContinuousInputInAnExtension_whenUploaded_thenItCounts() {
        String old = Documents.text("naive-bayes-4.0")
                .replace(
                        "<DataField name=\"day\"",
                        "<DataField name=\"hour\" optype=\"continuous\" dataType=\"double\"/>"
                                + "<DataField name=\"day\"")
                .replace("<MiningField name=\"day\"/>", "<MiningField name=\"day\"/><MiningField name=\"hour\"/>")
                .replace(
                        "<BayesInputs>",
                        "<BayesInputs><Extension><BayesInput fieldName=\"hour\"><TargetValueStats>"
                                + "<TargetValueStat value=\"yes\"><GaussianDistribution mean=\"8\" variance=\"1\"/></TargetValueStat>"
                                + "<TargetValueStat value=\"no\"><GaussianDistribution mean=\"10\" variance=\"1\"/></TargetValueStat>"
                                + "</TargetValueStats></BayesInput></Extension>");
        AnyModel model = Documents.accepted(old);
        double yes = 4 * (3 / 4.0) * (3 / 4.0);
        double no = 6 * (2 / 6.0) * (3 / 6.0) * Math.exp(-2);

        // Both densities have the same variance; at 8 the one of "no" is e^(−2²/2) of the other.
        assertThat(((Answer.Given) model.evaluate(Map.of("weather", "rain", "day", "work", "hour", 8))).outputs())
                .hasEntrySatisfying("probability(yes)", given -> assertThat((double) given)
                        .isCloseTo(yes / (yes + no), within(1e-12)));
    }

    @Test
    void givenTablesAndExtensions_whenUploaded_thenTheirColumnsAreNoFields() {
        String mapped = Documents.text("regression-exp-4.4")
                .replace(
                        "  <RegressionModel",
                        "<TransformationDictionary>"
                                + "<Extension name=\"from elsewhere\"><Apply function=\"java.lang.Object\"/></Extension>"
                                + "<DerivedField name=\"d\" optype=\"continuous\" dataType=\"double\">"
                                + "<MapValues outputColumn=\"out\" dataType=\"double\" mapMissingTo=\"0\">"
                                + "<FieldColumnPair field=\"colour\" column=\"in\"/><InlineTable>"
                                + "<row><in>red</in><out>3</out></row><row><in>blue</in><out>5</out></row>"
                                + "</InlineTable></MapValues></DerivedField></TransformationDictionary><RegressionModel")
                .replace("NumericPredictor name=\"x\" coefficient", "NumericPredictor name=\"d\" coefficient");

        // 0.5 + 0.25·5
        assertThat(Documents.accepted(mapped).evaluate(Map.of("x", 0, "z", 0, "colour", "blue")))
                .isEqualTo(new Answer.Given(Map.of("y", Math.exp(1.75))));
    }

    @Test
    void givenManyThreads_whenOneModelIsAsked_thenEachGetsItsOwnAnswer() throws Exception {
        AnyModel model = Documents.accepted(Documents.forest(20, 5));
        List<Map<String, Object>> records = new ArrayList<>();
        List<Answer> alone = new ArrayList<>();
        for (int index = 0; index < 200; index++) {
            records.add(Map.of("x0", index % 7, "x1", index % 11, "x2", index % 13));
            alone.add(model.evaluate(records.get(index)));
        }
        assertThat(Set.copyOf(alone)).hasSizeGreaterThan(5);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<Answer>>> tasks = new ArrayList<>();
            for (int task = 0; task < 4; task++) {
                tasks.add(() -> records.stream().map(model::evaluate).toList());
            }
            for (Future<List<Answer>> future : threads.invokeAll(tasks)) {
                assertThat(future.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void givenOneDocument_whenUploadedByItsBytesOrAsStream_thenTheSameModel() throws Exception {
        byte[] bytes = Documents.text("svm-4.2").getBytes(UTF_8);

        AnyModel streamed = Uploads.accept(new ByteArrayInputStream(bytes), UploadRules.any());

        assertThat(streamed.sha256())
                .matches("[0-9a-f]{64}")
                .isEqualTo(Documents.model("svm-4.2").sha256());
        assertThat(streamed.engine()).startsWith("JPMML-Evaluator");
    }
}
