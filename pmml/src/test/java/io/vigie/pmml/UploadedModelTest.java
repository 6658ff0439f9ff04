package io.vigie.pmml;

import static io.vigie.pmml.Risks.AB;
import static io.vigie.pmml.Risks.AGE;
import static io.vigie.pmml.Risks.LINE;
import static io.vigie.pmml.Risks.document;
import static io.vigie.pmml.Risks.refused;
import static io.vigie.pmml.Risks.scored;
import static io.vigie.pmml.Risks.tree;
import static io.vigie.pmml.Risks.uploaded;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.pmml.Explanation.Explained;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents of others as risk models. */
class UploadedModelTest {

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
}
