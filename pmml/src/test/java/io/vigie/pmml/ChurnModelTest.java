package io.vigie.pmml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.pmml.Evaluation.Refused;
import io.vigie.pmml.Evaluation.Scored;
import io.vigie.pmml.Explanation.Explained;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChurnModelTest {

    private final Model model = Models.committed("churn", 1);

    @Test
    void givenCommittedModel_whenLoaded_thenItSaysWhatItIs() {
        assertThat(model.name()).isEqualTo("churn");
        assertThat(model.version()).isEqualTo(1);
        assertThat(model.sha256()).matches("[0-9a-f]{64}");
        assertThat(model.engine()).isEqualTo("JPMML-Evaluator 1.7.7");
        assertThat(model.inputs()).containsExactly("Age", "Total_Purchase", "Account_Manager", "Years", "Num_Sites");
        assertThat(model.referencePoint()).containsOnlyKeys(model.inputs()).containsEntry("Account_Manager", 0.0);
        assertThat(model.trainingRanges().get("Num_Sites")).isEqualTo(new Range(3, 14));
    }

    @Test
    void givenAnyClient_whenExplained_thenBaseAndContributionsAddUpToTheProbability() {
        Random random = new Random(3);
        for (int trial = 0; trial < 1_000; trial++) {
            Map<String, Double> features = client(random);

            Explained explained = (Explained) model.explain(features);

            double sum = explained.baseValue()
                    + explained.contributions().values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum();
            assertThat(sum).isCloseTo(explained.probability(), within(1e-12));
            assertThat(model.evaluate(features)).isEqualTo(new Scored(explained.probability()));
        }
    }

    @Test
    void givenAnyClient_whenExplainedFromArrays_thenEachCoalitionIsWhatTheEvaluatorSays() {
        PmmlModel asked = (PmmlModel) model;
        Random random = new Random(5);
        for (int trial = 0; trial < 100; trial++) {
            Map<String, Double> features = client(random);
            double[] values = model.inputs().stream().mapToDouble(features::get).toArray();

            double[] shares = new Shapley(5)
                    .shares(Objects.requireNonNull(asked.askedForEach(values, Deadline.in(Duration.ofMinutes(1)))));

            Explained explained = (Explained) model.explain(features);
            for (int input = 0; input < shares.length; input++) {
                assertThat(explained.contributions().get(model.inputs().get(input)))
                        .isCloseTo(shares[input], within(1e-12));
            }
        }
    }

    @Test
    void givenTheReferencePoint_whenExplained_thenNothingContributes() {
        Explained explained = (Explained) model.explain(model.referencePoint());

        assertThat(explained.baseValue()).isCloseTo(explained.probability(), within(1e-15));
        assertThat(explained.contributions().values()).allMatch(share -> Math.abs(share) < 1e-15);
    }

    @Test
    void givenValuesOutOfTheTrainingRange_whenEvaluated_thenScoredAllTheSame() {
        assertThat(model.evaluate(with("Num_Sites", 500.0))).isInstanceOf(Scored.class);
        assertThat(model.evaluate(with("Age", 0.0))).isInstanceOf(Scored.class);
        assertThat(model.evaluate(with("Total_Purchase", 1e15))).isInstanceOf(Scored.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void givenNoFiniteNumber_whenEvaluated_thenRefused(double value) {
        assertThat(model.evaluate(with("Years", value))).isEqualTo(new Refused("Years is not a finite number."));
        assertThat(model.explain(with("Years", value))).isInstanceOf(Explanation.Refused.class);
    }

    @Test
    void givenMissingInput_whenEvaluated_thenRefusedInsteadOfAnEmptyAnswer() {
        Map<String, Double> features = new HashMap<>(model.referencePoint());
        features.remove("Age");

        assertThat(model.evaluate(features)).isEqualTo(new Refused("Age is missing."));
    }

    @Test
    void givenManySites_whenCompared_thenMoreSitesMeanMoreRisk() {
        assertThat(((Scored) model.evaluate(with("Num_Sites", 12.0))).probability())
                .isGreaterThan(((Scored) model.evaluate(with("Num_Sites", 6.0))).probability());
    }

    private Map<String, Double> with(String input, double value) {
        Map<String, Double> features = new LinkedHashMap<>(model.referencePoint());
        features.put(input, value);
        return features;
    }

    private static Map<String, Double> client(Random random) {
        return Map.of(
                "Age", (double) random.nextInt(100),
                "Total_Purchase", random.nextDouble() * 30_000,
                "Account_Manager", (double) random.nextInt(2),
                "Years", random.nextDouble() * 15,
                "Num_Sites", (double) random.nextInt(20));
    }
}
