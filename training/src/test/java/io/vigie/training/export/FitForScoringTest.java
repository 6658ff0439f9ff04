package io.vigie.training.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.features.ChurnFeatures;
import io.vigie.pmml.Models;
import io.vigie.pmml.Range;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FitForScoringTest {

    @Test
    void givenWhatScoringSupplies_whenItIsTheChurnModel_thenUsable() throws IOException {
        assertThat(FitForScoring.of("churn", Committed.document(), Committed.reference()))
                .isEqualTo(new FitForScoring(true, ""));
    }

    @Test
    void givenTheModelOfThisBuild_whenItsInputsAreComparedWithTheFeatures_thenTheUploadAsksTheSame() {
        assertThat(Set.copyOf(Models.committed("churn", 1).inputs())).isEqualTo(Set.copyOf(ChurnFeatures.NAMES));
    }

    @Test
    void givenAnInputThatNobodySupplies_whenItIsTheChurnModel_thenRefusedAsTheUploadDoes() throws IOException {
        FitForScoring fit = FitForScoring.of(
                "churn", Committed.document("Num_Sites", "Num_Shops"), renamed("Num_Sites", "Num_Shops"));

        assertThat(fit.usable()).isFalse();
        assertThat(fit.why())
                .isEqualTo("Scoring refuses it: MiningField: the model asks for Num_Shops, which isn't supplied."
                        + " Train it without this input.");
    }

    @Test
    void givenAnyOtherName_whenAsked_thenGoodForEvaluations() throws IOException {
        FitForScoring fit = FitForScoring.of("fraud", Committed.document(), Committed.reference());

        assertThat(fit.usable()).isFalse();
        assertThat(fit.why())
                .isEqualTo("Clients are scored by the model churn alone: it is good for evaluations,"
                        + " and nothing scores with it yet.");
    }

    @Test
    void givenADocumentThatIsBroken_whenOfAnotherName_thenNotEvenForEvaluations() throws IOException {
        FitForScoring fit =
                FitForScoring.of("fraud", Committed.document("\"logit\"", "\"none\""), Committed.reference());

        assertThat(fit.usable()).isFalse();
        assertThat(fit.why()).startsWith("The upload refuses it: ").doesNotContain("evaluations");
    }

    @Test
    void givenWordsAmongInputs_whenItIsTheChurnModel_thenNumbersOnly() throws IOException {
        ReferencePoint words = new ReferencePoint(Map.of("plan", "gold"), Map.of(), Map.of("plan", List.of("gold")));

        assertThat(FitForScoring.of("churn", Committed.document(), words).why())
                .isEqualTo("It asks for words (plan), and scoring takes numbers only.");
    }

    private static ReferencePoint renamed(String input, String other) {
        Map<String, Object> point = new HashMap<>(Committed.MODEL.referencePoint());
        Map<String, Range> ranges = new HashMap<>(Committed.MODEL.trainingRanges());
        point.put(other, point.remove(input));
        ranges.put(other, ranges.remove(input));
        return new ReferencePoint(point, ranges, Map.of());
    }
}
