package io.vigie.pmml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.pmml.Reasons.Explained;
import io.vigie.pmml.explain.SampledShapley;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainAnyModelTest {

    @ParameterizedTest
    @CsvSource({
        "regression-exp-4.4, y",
        "regression-softmax-3.2, probability(a)",
        "regression-probit-4.0, p",
        "tree-default-child-4.1, p",
        "tree-last-prediction-4.2, p",
        "forest-average-4.2, y",
        "forest-majority-vote-4.3, probability(1)",
        "boosting-4.4, probability(1)",
        "neural-network-4.1, probability(on)",
        "svm-4.2, y",
        "naive-bayes-4.0, probability(yes)",
        "nearest-neighbour-4.1, y",
        "scorecard-4.1, points",
        "general-regression-4.3, y",
        "stacking-4.4, p",
        "isolation-forest-4.4, anomalyScore"
    })
    void givenModelOfAnyKind_whenExplained_thenBaseAndSharesAddUpExactly(String name, String output) {
        AnyModel model = Documents.model(name);
        Map<String, Object> record = record(model, 1);
        assertThat(model.explainable()).contains(output);

        for (List<Map<String, Object>> background :
                List.of(List.of(record(model, 0)), List.of(record(model, 0), record(model, 2), record(model, 1)))) {
            Explained explained = explained(model, record, new Explaining(output, background, 10));

            assertThat(explained.exact()).isTrue();
            double largest = Math.max(1, explained.base());
            for (double share : explained.shares().values()) {
                largest = Math.max(largest, Math.abs(share));
            }
            assertThat(sum(explained)).isCloseTo(explained.value(), within(1e-9 * largest));
            assertThat(explained.shares().keySet())
                    .containsExactlyElementsOf(model.schema().inputs().stream()
                            .map(input -> input.name())
                            .toList());
            double base = 0;
            for (Map<String, Object> row : background) {
                base += number(model, output, row) / background.size();
            }
            assertThat(explained.base()).isCloseTo(base, within(1e-9 * largest));
        }
    }

    @Test
    void givenCategoricalInput_whenExplained_thenItsShareIsWhatItChanges() {
        AnyModel model = Documents.model("naive-bayes-4.0");
        Map<String, Object> reference = Map.of("weather", "sun", "day", "work");

        Explained explained = explained(
                model, Map.of("weather", "rain", "day", "work"), Explaining.against("probability(yes)", reference));

        assertThat(explained.shares()).containsEntry("day", 0.0).hasEntrySatisfying("weather", share -> assertThat(
                        share)
                .isCloseTo(explained.value() - explained.base(), within(1e-12)));
    }

    @Test
    void givenInputsThatDoTheSame_whenExplained_thenTheSameSharesAndNoneForOneThatDoesNothing() {
        AnyModel model = Documents.accepted(linear(
                4,
                "<PredictorTerm coefficient=\"3\"><FieldRef field=\"x0\"/>"
                        + "<FieldRef field=\"x1\"/></PredictorTerm>"));

        // x0 and x1: 1 each and half of 3; x3 has no coefficient.
        Explained explained =
                explained(model, ones(4), Explaining.against("y", Map.of("x0", 0, "x1", 0, "x2", 0, "x3", 0)));

        assertThat(explained.shares().get("x0")).isCloseTo(1 + 1.5, within(1e-12));
        assertThat(explained.shares().get("x1")).isEqualTo(explained.shares().get("x0"));
        assertThat(explained.shares().get("x3")).isZero();
    }

    @Test
    void givenTenInputs_whenSampled_thenWithinFourStandardErrorsOfTheExactShares() {
        AnyModel model = Documents.accepted(tangled(10));
        Map<String, Object> record = ones(10);
        Map<String, Object> reference = new LinkedHashMap<>();
        record.keySet().forEach(name -> reference.put(name, 0));
        Explained exact = explained(model, record, Explaining.against("y", reference));
        List<String> names = new ArrayList<>(record.keySet());

        SampledShapley.Shares sampled = SampledShapley.of(
                        (in, row) -> {
                            Map<String, Object> mixed = new LinkedHashMap<>(reference);
                            for (int player = 0; player < in.length; player++) {
                                mixed.put(names.get(player), in[player] ? 1 : 0);
                            }
                            return number(model, "y", mixed);
                        },
                        10,
                        1,
                        300,
                        42,
                        (player, row) -> false)
                .orElseThrow();

        assertThat(exact.exact()).isTrue();
        for (int player = 0; player < 10; player++) {
            double error = sampled.standardErrors()[player];
            assertThat(error).isBetween(1e-9, 0.2);
            assertThat(sampled.values()[player])
                    .isCloseTo(exact.shares().getOrDefault(names.get(player), Double.NaN), within(4 * error));
        }
    }

    @Test
    void givenMoreThanTwelveInputs_whenExplained_thenSampledWithErrorsTheSameEachTimeAndAddingUp() {
        AnyModel model = Documents.accepted(linear(20, ""));
        Map<String, Object> record = ones(20);
        Map<String, Object> half = new LinkedHashMap<>();
        record.keySet().forEach(name -> half.put(name, 0.5));
        Explaining how = new Explaining("y", List.of(half, Map.copyOf(record)), 6);

        Explained explained = explained(model, record, how);

        assertThat(explained.exact()).isFalse();
        assertThat(explained.standardErrors().keySet()).isEqualTo(record.keySet());
        assertThat(sum(explained)).isCloseTo(explained.value(), within(1e-9));
        // Half the rows are the record itself, the others half of it: each share is a quarter of coefficient 1.
        assertThat(explained.shares().get("x7")).isCloseTo(0.25, within(1e-9));
        assertThat(explained(model, record, how)).isEqualTo(explained);
    }

    @Test
    void givenOneRecordTwice_whenSampled_thenTheSameAnswerAlthoughItDependsOnTheSample() {
        AnyModel model = Documents.accepted(tangled(14));
        Map<String, Object> reference = new LinkedHashMap<>();
        ones(14).keySet().forEach(name -> reference.put(name, 0));
        Explaining how = new Explaining("y", List.of(reference), 5);

        Explained explained = explained(model, ones(14), how);

        assertThat(explained.standardErrors().values()).anyMatch(error -> error > 0.01);
        assertThat(explained(model, ones(14), how)).isEqualTo(explained);
        assertThat(sum(explained)).isCloseTo(explained.value(), within(1e-9));
    }

    @Test
    void givenScorecard_whenExplained_thenItsOwnReasonCodesToo() {
        AnyModel model = Documents.model("scorecard-4.1");

        Explained explained = explained(
                model,
                Map.of("income", 900, "home", "rent"),
                Explaining.against("points", Map.of("income", 2_000, "home", "own")));

        assertThat(explained.reasonCodes()).containsExactly("INCOME", "HOME");
        assertThat(explained.shares()).containsEntry("income", -25.0).containsEntry("home", -8.0);
    }

    @Test
    void givenWhatCannotBeExplained_whenAsked_thenRefusedWithTheReason() {
        AnyModel clusters = Documents.model("k-means-4.3");
        AnyModel svm = Documents.model("svm-4.2");

        assertThat(clusters.explain(Map.of("a", 1, "b", 1), Explaining.against("cluster", Map.of("a", 0, "b", 0))))
                .isInstanceOf(Reasons.Refused.class);
        assertThat(svm.explain(Map.of("a", 1), Explaining.against("y", Map.of("a", 0, "b", 0))))
                .isInstanceOf(Reasons.Refused.class);
        assertThat(svm.explain(Map.of("a", 1, "b", 2), Explaining.against("y", Map.of("a", 0))))
                .isEqualTo(new Reasons.Refused(
                        "The model gives no answer to a mixture of the record and its background."));
    }

    private static Explained explained(AnyModel model, Map<String, ?> record, Explaining how) {
        Reasons reasons = model.explain(record, how);
        assertThat(reasons).isInstanceOf(Explained.class);
        return (Explained) reasons;
    }

    private static double number(AnyModel model, String output, Map<String, ?> record) {
        Answer answer = model.evaluate(record);
        assertThat(answer).isInstanceOf(Answer.Given.class);
        return ((Number) Optional.ofNullable(((Answer.Given) answer).outputs().get(output))
                        .orElseThrow())
                .doubleValue();
    }

    private static double sum(Explained explained) {
        return explained.base()
                + explained.shares().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
    }

    /** A record for the model, another one for each variant. */
    private static Map<String, Object> record(AnyModel model, int variant) {
        Map<String, Object> record = new LinkedHashMap<>();
        model.schema()
                .inputs()
                .forEach(input -> record.put(
                        input.name(),
                        input.values().isEmpty()
                                ? (Object) (variant * 4.5 - 1 + record.size())
                                : input.values()
                                        .get((variant + record.size())
                                                % input.values().size())));
        return record;
    }

    private static Map<String, Object> ones(int inputs) {
        Map<String, Object> record = new LinkedHashMap<>();
        for (int input = 0; input < inputs; input++) {
            record.put("x" + input, 1);
        }
        return record;
    }

    /** Σ x, but without the last of four; and what else is given. */
    private static String linear(int inputs, String terms) {
        StringBuilder predictors = new StringBuilder();
        for (int input = 0; input < inputs; input++) {
            if (inputs > 4 || input < 3) {
                predictors.append("<NumericPredictor name=\"x" + input + "\" coefficient=\"1\"/>");
            }
        }
        return document(inputs, predictors + terms);
    }

    /** Inputs with effects of three at a time, for which the order of arrival matters. */
    private static String tangled(int inputs) {
        StringBuilder terms = new StringBuilder();
        for (int input = 0; input < inputs; input++) {
            terms.append("<PredictorTerm coefficient=\"" + (input + 1) / 4.0 + "\">");
            for (int step = 0; step < 3; step++) {
                terms.append("<FieldRef field=\"x" + (input + step * step) % inputs + "\"/>");
            }
            terms.append("</PredictorTerm>");
        }
        return document(inputs, terms.toString());
    }

    private static String document(int inputs, String table) {
        StringBuilder fields = new StringBuilder();
        StringBuilder schema = new StringBuilder();
        for (int input = 0; input < inputs; input++) {
            fields.append("<DataField name=\"x" + input + "\" optype=\"continuous\" dataType=\"double\"/>");
            schema.append("<MiningField name=\"x" + input + "\"/>");
        }
        return "<PMML xmlns=\"http://www.dmg.org/PMML-4_4\" version=\"4.4\"><Header/><DataDictionary>" + fields
                + "<DataField name=\"y\" optype=\"continuous\" dataType=\"double\"/></DataDictionary>"
                + "<RegressionModel functionName=\"regression\"><MiningSchema>" + schema
                + "<MiningField name=\"y\" usageType=\"target\"/></MiningSchema>"
                + "<RegressionTable intercept=\"0\">" + table + "</RegressionTable></RegressionModel></PMML>";
    }
}
