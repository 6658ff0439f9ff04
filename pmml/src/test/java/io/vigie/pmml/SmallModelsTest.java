package io.vigie.pmml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.pmml.describe.Schema;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Models of every kind and version, small enough to compute their answers by hand. */
class SmallModelsTest {

    @Test
    void givenRegressionWithPowersCategoriesAndInteractions_whenEvaluated_thenTheExponentialOfTheirSum() {
        AnyModel model = Documents.model("regression-exp-4.4");

        // 0.5 + 0.25·2 + 0.1·2² − 1 + 0.2·2·3 = 1.6
        assertThat(number(model, "y", Map.of("x", 2, "z", 3.0, "colour", "red")))
                .isCloseTo(Math.exp(1.6), close());
        assertThat(number(model, "y", Map.of("x", "2", "z", "3", "colour", "blue")))
                .isCloseTo(Math.exp(2.6), close());
    }

    @Test
    void givenRegressionOfThreeCategories_whenEvaluated_thenSoftmaxAndTheLikeliest() {
        AnyModel model = Documents.model("regression-softmax-3.2");
        double sum = Math.exp(2) + Math.exp(1) + Math.exp(-2);

        Map<String, Object> outputs = given(model, Map.of("x", 2));

        assertThat(outputs).containsEntry("grade", "a");
        assertThat(number(outputs, "probability(a)")).isCloseTo(Math.exp(2) / sum, close());
        assertThat(number(outputs, "probability(c)")).isCloseTo(Math.exp(-2) / sum, close());
        assertThat(model.explainable()).containsExactly("probability(a)", "probability(b)", "probability(c)");
    }

    @Test
    void givenProbitWithReplacementOfMissingValues_whenEvaluated_thenTheNormalDistribution() {
        AnyModel model = Documents.model("regression-probit-4.0");

        assertThat(number(model, "p", Map.of("x", 1.96))).isCloseTo(0.9750021048517795, within(1e-9));
        assertThat(number(model, "p", Map.of())).isCloseTo(0.5, close());
        assertThat(model.schema().inputs().get(0))
                .extracting(Schema.Input::missing, Schema.Input::missingReplacement, Schema.Input::required)
                .containsExactly("asMean", "0.0", false);
    }

    @Test
    void givenTreeWithDefaultChild_whenFieldsAreMissing_thenItsChildWithPenalty() {
        AnyModel model = Documents.model("tree-default-child-4.1");

        assertThat(number(model, "p", Map.of("age", 20))).isEqualTo(0.75);
        assertThat(number(model, "p", Map.of("age", 40, "city", "Lyon"))).isEqualTo(0.05);
        Map<String, Object> outputs = given(model, Map.of());
        assertThat(outputs)
                .containsEntry("left", "no")
                .containsEntry("leaf", "5")
                .containsEntry("p", 0.4);
        // 12 of 20, halved for each of two missing fields
        assertThat(number(outputs, "confidence")).isCloseTo(0.6 * 0.25, close());
    }

    @Test
    void givenTreeWithLastPrediction_whenFieldIsMissing_thenTheNodeAbove() {
        AnyModel model = Documents.model("tree-last-prediction-4.2");

        assertThat(given(model, Map.of("age", 40))).containsEntry("leaf", "3");
        assertThat(number(model, "p", Map.of("age", 40))).isCloseTo(1 / 6.0, close());
        assertThat(number(model, "p", Map.of())).isEqualTo(0.4);
    }

    @Test
    void givenTreeWithNullPrediction_whenFieldIsMissing_thenNoAnswerAndItSaysSo() {
        AnyModel model = Documents.model("tree-null-prediction-4.3");

        assertThat(model.evaluate(Map.of("age", 40)))
                .isEqualTo(new Answer.Refused("The model gives no answer to this record."));
        assertThat(number(model, "p", Map.of("age", 40, "city", "Lille"))).isEqualTo(0.4);
    }

    @Test
    void givenTreeWithoutStrategy_whenNoChildIsTrue_thenTheLastPrediction() {
        AnyModel model = Documents.model("tree-none-4.4");

        assertThat(given(model, Map.of())).containsEntry("leaf", "1");
        assertThat(given(model, Map.of("age", 40))).containsEntry("leaf", "3");
    }

    @Test
    void givenForests_whenEvaluated_thenAverageOrMajority() {
        Map<String, Object> record = Map.of("a", 2, "b", 2, "c", 4);

        // 20, 30 and 90
        assertThat(number(Documents.model("forest-average-4.2"), "y", record)).isCloseTo(140 / 3.0, close());
        Map<String, Object> votes = given(Documents.model("forest-majority-vote-4.3"), record);
        assertThat(votes).containsEntry("k", "1");
        assertThat(number(votes, "probability(1)")).isCloseTo(2 / 3.0, close());
    }

    @Test
    void givenBoostedTrees_whenFieldsAreMissing_thenTheirDefaultSideInTheSum() {
        AnyModel model = Documents.model("boosting-4.4");

        assertThat(number(model, "probability(1)", Map.of("a", 1, "b", 8)))
                .isCloseTo(logistic(-0.4 + 0.3 + 0.1), close());
        assertThat(number(model, "probability(1)", Map.of("b", ""))).isCloseTo(logistic(0.6 + 0.2 + 0.1), close());
        assertThat(given(model, Map.of())).doesNotContainKey("margin").containsEntry("k", "1");
    }

    @Test
    void givenNeuralNetwork_whenEvaluated_thenSoftmaxOfItsOutputs() {
        double hidden = Math.tanh(0.1 + 2 * 0.5 - 0.3);

        Map<String, Object> outputs = given(Documents.model("neural-network-4.1"), Map.of("a", 5, "b", 0.3));

        assertThat(outputs).containsEntry("k", "on");
        assertThat(number(outputs, "probability(on)")).isCloseTo(logistic(2 * hidden), close());
    }

    @Test
    void givenSupportVectors_whenEvaluated_thenTheirKernels() {
        // e^(−½·2) · 1 + e^(−½·1) · (−2) + ¼ at (1, 1) from (0, 0) and … from (1, 1) itself
        assertThat(number(Documents.model("svm-4.2"), "y", Map.of("a", 1, "b", 1)))
                .isCloseTo(Math.exp(-1) - 2 + 0.25, close());
    }

    @Test
    void givenMachinesThatVote_whenTheDocumentDoesNotSaySo_thenTheirMajority() {
        AnyModel model = Documents.model("svm-votes-4.1");

        // Each decides by a − 1, a − 2 or a − 3: below 0 for its first category, else for the other one.
        Map<String, Object> votes = given(model, Map.of("a", 2.5));
        assertThat(votes).containsEntry("k", "q").containsEntry("probability(p)", 0.0);
        assertThat(number(votes, "probability(q)")).isCloseTo(2 / 3.0, close());
        assertThat(given(model, Map.of("a", 0))).containsEntry("k", "p");
        assertThat(given(model, Map.of("a", 4))).containsEntry("k", "r");
    }

    @Test
    void givenNaiveBayes_whenEvaluated_thenBayes() {
        double yes = 4 * (3 / 4.0) * (3 / 4.0);
        double no = 6 * (2 / 6.0) * (3 / 6.0);

        Map<String, Object> outputs =
                given(Documents.model("naive-bayes-4.0"), Map.of("weather", "rain", "day", "work"));

        assertThat(outputs).containsEntry("late", "yes");
        assertThat(number(outputs, "probability(yes)")).isCloseTo(yes / (yes + no), close());
    }

    @Test
    void givenClusters_whenEvaluated_thenTheNearest() {
        assertThat(given(Documents.model("k-means-4.3"), Map.of("a", 9, "b", 7)))
                .containsEntry("cluster", "far")
                .containsEntry("distance", 10.0);
    }

    @Test
    void givenNeighbours_whenEvaluated_thenTheAverageOfTheNearestTwo() {
        assertThat(number(Documents.model("nearest-neighbour-4.1"), "y", Map.of("a", 0.4, "b", 0.4)))
                .isEqualTo(1.5);
    }

    @Test
    void givenScorecard_whenEvaluated_thenPointsAndTheReasonThatCostsMost() {
        AnyModel model = Documents.model("scorecard-4.1");

        // 10 + 5 + 12; income loses 25, home 8
        assertThat(given(model, Map.of("income", 900, "home", "rent")))
                .containsEntry("points", 27.0)
                .containsEntry("why", "INCOME");
        assertThat(number(model, "points", Map.of())).isEqualTo(11);
    }

    @Test
    void givenRules_whenEvaluated_thenTheFirstThatHits() {
        AnyModel model = Documents.model("rule-set-4.2");

        assertThat(given(model, Map.of("a", 6)))
                .containsEntry("k", "bad")
                .containsEntry("rule", "high")
                .containsEntry("sure", 0.9);
        assertThat(given(model, Map.of("a", 3))).containsEntry("rule", "middle");
        assertThat(given(model, Map.of("a", 1))).containsEntry("k", "good");
    }

    @Test
    void givenGeneralizedLinearModel_whenEvaluated_thenTheInverseOfItsLink() {
        AnyModel model = Documents.model("general-regression-4.3");

        assertThat(number(model, "y", Map.of("sex", "f", "age", 50))).isCloseTo(Math.exp(0.5 - 0.25 + 1), close());
        assertThat(number(model, "y", Map.of("sex", "m", "age", 50))).isCloseTo(Math.exp(1.5), close());
    }

    @Test
    void givenStackedModels_whenEvaluated_thenEachReadsThoseBefore() {
        AnyModel model = Documents.model("stacking-4.4");

        // first = 1 + 2·(3 + 1)/2 = 5, second = 1
        assertThat(number(model, "p", Map.of("a", 3, "b", 1))).isCloseTo(logistic(2.5 + 0.25), close());
    }

    @Test
    void givenIsolationForest_whenEvaluated_thenItsScoreAndVerdict() {
        AnyModel model = Documents.model("isolation-forest-4.4");

        assertThat(number(model, "anomalyScore", Map.of("a", 8))).isCloseTo(Math.pow(2, -0.25), close());
        assertThat(given(model, Map.of("a", 8))).containsEntry("outlier", true);
        assertThat(given(model, Map.of("a", 1))).containsEntry("outlier", false).doesNotContainKey("depth");
    }

    private static Map<String, Object> given(AnyModel model, Map<String, ?> record) {
        Answer answer = model.evaluate(record);
        assertThat(answer).isInstanceOf(Answer.Given.class);
        return ((Answer.Given) answer).outputs();
    }

    private static double number(AnyModel model, String output, Map<String, ?> record) {
        return number(given(model, record), output);
    }

    private static double number(Map<String, Object> outputs, String output) {
        assertThat(outputs).containsKey(output);
        return ((Number) outputs.getOrDefault(output, Double.NaN)).doubleValue();
    }

    private static double logistic(double value) {
        return 1 / (1 + Math.exp(-value));
    }

    private static Offset<Double> close() {
        return within(1e-12);
    }
}
