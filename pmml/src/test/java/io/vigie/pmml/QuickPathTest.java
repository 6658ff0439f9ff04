package io.vigie.pmml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.pmml.Evaluation.Refused;
import io.vigie.pmml.Evaluation.Scored;
import io.vigie.pmml.check.DocumentCheck;
import io.vigie.pmml.compiled.CompiledModel;
import io.vigie.pmml.compiled.Predictor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain models are answered from arrays, with the evaluator's answers. */
class QuickPathTest {

    private static final List<String> INPUTS =
            List.copyOf(PlainDocuments.REFERENCE.referencePoint().keySet());

    /** The evaluator alone, and the translation of the same document. */
    record Both(PmmlModel slow, CompiledModel compiled) {

        static Both of(String text) {
            byte[] document = text.getBytes(UTF_8);
            DocumentCheck.Passed passed = new ModelCheck().document(document);
            Engine.Built built = Engine.build(document);
            Risk risk = Risk.of(built.evaluator());
            return new Both(
                    new PmmlModel(
                            new ModelId("m", 1, ""),
                            PlainDocuments.REFERENCE,
                            built.evaluator(),
                            risk,
                            INPUTS,
                            PmmlModel.LIMIT),
                    CompiledModel.of(passed.root(), INPUTS, risk.category()).orElseThrow());
        }

        boolean holds(Predictor predictor) {
            return new Proof(slow, 1).holds(predictor, compiled.edges(), List.of());
        }
    }

    @TestFactory
    Stream<DynamicTest> givenEachPlainShape_whenAskedForRandomRecords_thenWhatTheEvaluatorSays() {
        return PlainDocuments.all().entrySet().stream()
                .map(shape -> DynamicTest.dynamicTest(shape.getKey(), () -> equal(Both.of(shape.getValue()), 2_000)));
    }

    @TestFactory
    Stream<DynamicTest> givenEachPlainShape_whenUploaded_thenItTakesThePath() {
        return PlainDocuments.all().entrySet().stream()
                .map(shape -> DynamicTest.dynamicTest(shape.getKey(), () -> assertThat(
                                ((PmmlModel) Risks.uploaded(shape.getValue(), PlainDocuments.REFERENCE)).isQuick())
                        .isTrue()));
    }

    @Test
    void givenHundredTreesOfDepthFive_whenAsked_thenWhatTheEvaluatorSays() {
        equal(Both.of(PlainDocuments.forest(100, 5)), 1_000);
    }

    static void equal(Both both, int records) {
        PmmlModel quick = both.slow().with(both.compiled());
        Random random = new Random(4);
        int answered = 0;
        for (int trial = 0; trial < records; trial++) {
            Map<String, Double> features = record(random);
            Evaluation expected = both.slow().evaluate(features);
            Evaluation actual = quick.evaluate(features);
            if (expected instanceof Scored one) {
                assertThat(actual).isInstanceOfSatisfying(Scored.class, other -> assertThat(
                                Math.abs(other.probability() - one.probability()))
                        .isLessThanOrEqualTo(1e-12));
            } else {
                assertThat(actual).isEqualTo(expected);
            }
            double[] values = INPUTS.stream().mapToDouble(features::get).toArray();
            answered += Double.isNaN(both.compiled().of(values)) ? 0 : 1;
        }
        assertThat(answered).isGreaterThan(records / 4);
    }

    /** Every tenth value of an integer isn't one; every fifth number has one decimal, as bounds have. */
    private static Map<String, Double> record(Random random) {
        Map<String, Double> features = new LinkedHashMap<>();
        for (String input : INPUTS) {
            double value = -4 + random.nextDouble() * 10;
            value = random.nextInt(5) == 0 ? Math.rint(value * 10) / 10 : value;
            features.put(input, input.equals("n") && random.nextInt(10) > 0 ? Math.rint(value) : value);
        }
        return features;
    }

    @Test
    void givenPlainModel_whenExplained_thenTheSharesThatTheEvaluatorGives() {
        Both both = Both.of(PlainDocuments.forest(20, 4));
        PmmlModel quick = both.slow().with(both.compiled());
        Random random = new Random(6);
        for (int trial = 0; trial < 50; trial++) {
            Map<String, Double> features = record(random);
            features.computeIfPresent("n", (input, value) -> Math.rint(value));
            Explanation.Explained expected = (Explanation.Explained) both.slow().explain(features);
            Explanation.Explained actual = (Explanation.Explained) quick.explain(features);
            expected.contributions()
                    .forEach((input, share) ->
                            assertThat(actual.contributions().get(input)).isCloseTo(share, within(1e-12)));
            assertThat(quick.evaluate(features)).isEqualTo(new Scored(actual.probability()));
        }
    }

    @Test
    void givenWrongTranslation_whenCompared_thenItIsNotTaken() {
        Both both = Both.of(PlainDocuments.of("tree"));

        assertThat(both.holds(both.compiled())).isTrue();
        assertThat(both.holds(values -> both.compiled().of(values) + 1e-11)).isFalse();
        assertThat(both.holds(
                        values -> values[0] > 5.5 ? 0.123 : both.compiled().of(values)))
                .isFalse();
        // It gives an answer where the model refuses one.
        assertThat(both.holds(values ->
                        values[2] == Math.rint(values[2]) ? both.compiled().of(values) : 0.5))
                .isFalse();
        // It takes "less than" for "at most" at each bound.
        assertThat(both.holds(values -> both.compiled().of(nudged(values)))).isFalse();
        assertThat(both.holds(values -> Double.NaN)).isFalse();
    }

    private static double[] nudged(double[] values) {
        double[] nudged = values.clone();
        nudged[0] = Math.nextUp(values[0]);
        nudged[1] = Math.nextUp(values[1]);
        return nudged;
    }

    @Test
    void givenMissingOrInvalidValue_whenAsked_thenTheSameRefusal() {
        Both both = Both.of(PlainDocuments.of("intervals"));
        PmmlModel quick = both.slow().with(both.compiled());
        for (double value : new double[] {-4, 2, 2.5, 3, 6, 7, -5, -0.0, Double.NaN, Double.POSITIVE_INFINITY, 1e300}) {
            for (String input : INPUTS) {
                Map<String, Double> features = new HashMap<>(PlainDocuments.REFERENCE.referencePoint());
                features.put(input, value);
                assertThat(quick.evaluate(features)).isEqualTo(both.slow().evaluate(features));
                features.remove(input);
                assertThat(quick.evaluate(features)).isEqualTo(new Refused(input + " is missing."));
            }
        }
        for (double end : new double[] {-4, 6}) {
            assertThat(both.compiled().of(new double[] {end, 1, 1, 1})).isBetween(0.0, 1.0);
        }
        for (double end : new double[] {2, 3}) {
            assertThat(both.compiled().of(new double[] {end, 1, 1, 1})).isNaN();
        }
        Map<String, Double> outside = new HashMap<>(PlainDocuments.REFERENCE.referencePoint());
        outside.put("a", 2.5);
        assertThat(quick.evaluate(outside)).isEqualTo(new Refused("a has a value that the model doesn't take."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<TreeModel | <TreeModel x-mathContext='float'",
                "<MiningField name='a'/> | <MiningField name='a' outliers='asExtremeValues' lowValue='0' highValue='1'/>",
                "<MiningField name='a'/> | <MiningField name='a' optype='categorical'/>",
                "<TreeModel | <TransformationDictionary><DerivedField name='d' optype='continuous' dataType='double'><Apply function='exp'><FieldRef field='a'/></Apply></DerivedField></TransformationDictionary><TreeModel",
                "field='a' operator='lessOrEqual' value='2.0' | field='a' operator='lessOrEqual' value='-0.0'",
                "<DataField name='a' optype='continuous' dataType='double'/> | <DataField name='a' optype='continuous' dataType='double'><Value value='-1' property='missing'/></DataField>",
                // What the evaluator refuses, or reads in its own way, where no record of the proof may come.
                "<SimplePredicate [^>]*> | <CompoundPredicate booleanOperator='and'>$0</CompoundPredicate>",
                "operator='lessOrEqual' value='[^']*' | operator='equal' value='2.5'",
                "<ScoreDistribution value='1' recordCount='[^']*' | <ScoreDistribution value='1' recordCount='-1'",
                "<ScoreDistribution value='1' recordCount | <ScoreDistribution value='1.0' recordCount",
            })
    void givenAnythingElse_whenTranslated_thenItIsLeftToTheEvaluator(String plain, String other) {
        String document = PlainDocuments.of("tree");
        String changed = document.replaceAll(plain.replace('\'', '"'), other.replace('\'', '"'));
        assertThat(changed.equals(document)).isFalse();

        assertThat(compiled(document)).isTrue();
        assertThat(compiled(changed)).isFalse();
    }

    @Test
    void givenVerificationFieldsWithoutColumns_whenRead_thenTheNamesOfTheFields() {
        String document = PlainDocuments.of("tree")
                .replace(
                        "</TreeModel>",
                        "<ModelVerification><VerificationFields>"
                                + INPUTS.stream()
                                        .map(input -> "<VerificationField field=\"" + input + "\"/>")
                                        .collect(Collectors.joining())
                                + "</VerificationFields><InlineTable><row><a>1</a><b>2</b><n>3</n><f>4</f></row></InlineTable>"
                                + "</ModelVerification></TreeModel>");

        assertThat(VerificationRows.of(
                        new ModelCheck().document(document.getBytes(UTF_8)).root(), INPUTS))
                .containsExactly(Map.of("a", 1.0, "b", 2.0, "n", 3.0, "f", 4.0));
    }

    static boolean compiled(String document) {
        DocumentCheck.Passed passed = new ModelCheck().document(document.getBytes(UTF_8));
        return CompiledModel.of(passed.root(), INPUTS, "1").isPresent();
    }

    @Test
    void givenTheModelOfThisBuild_whenLoaded_thenItTakesThePathAndTheEvaluatorsAnswersToTheLastBit() {
        PmmlModel model = (PmmlModel) Models.committed("churn", 1);

        assertThat(model.isQuick()).isTrue();
        Random random = new Random(8);
        for (int trial = 0; trial < 1_000; trial++) {
            Map<String, Double> features = new LinkedHashMap<>();
            model.trainingRanges().forEach((input, range) -> features.put(input, range.max() * random.nextDouble()));
            assertThat(model.evaluate(features))
                    .isEqualTo(model.with(values -> Double.NaN).evaluate(features));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"boosting-4.4", "forest-majority-vote-4.3"})
    void givenEnsembleOfOthers_whenUploaded_thenItTakesThePath(String name) {
        PmmlModel model = (PmmlModel) Models.uploaded("m", 1, Documents.bytes(name), Risks.AB);

        assertThat(model.isQuick()).isTrue();
    }
}
