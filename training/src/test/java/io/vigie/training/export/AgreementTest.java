package io.vigie.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.contracts.features.ChurnFeatures;
import io.vigie.pmml.Evaluation.Scored;
import io.vigie.training.prepare.Feature;
import io.vigie.training.prepare.Feature.Numbers;
import io.vigie.training.prepare.TrainingSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgreementTest {

    private static final double[][] CLIENTS = {{40, 8000, 0, 5, 3}, {33, 120.5, 1, 2.5, 9}, {61, 17_000, 1, 8, 14}};

    @Test
    void givenTheSameProbabilities_whenChecked_thenTheDifferenceIsNone() throws IOException {
        Agreement agreement = Agreement.check(Committed.document(), set(), probabilities());

        assertThat(agreement.inputs()).containsExactlyInAnyOrderElementsOf(ChurnFeatures.NAMES);
        assertThat(agreement.largestDifference()).isLessThan(1e-14);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.1e-9, -1.1e-9, 0.2, Double.NaN})
    void givenOneProbabilityThatDiffers_whenChecked_thenTheRunFails(double by) throws IOException {
        double[] spark = probabilities();
        spark[1] += by;

        assertThatThrownBy(() -> Agreement.check(Committed.document(), set(), spark))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the exported document and Spark differ by up to ");
    }

    @Test
    void givenOneProbabilityThatDiffersLess_whenChecked_thenItIsTold() throws IOException {
        double[] spark = probabilities();
        spark[2] -= 0.9e-9;

        assertThat(Agreement.check(Committed.document(), set(), spark).largestDifference())
                .isBetween(0.89e-9, 0.91e-9);
    }

    private static double[] probabilities() {
        double[] probabilities = new double[CLIENTS.length];
        for (int row = 0; row < CLIENTS.length; row++) {
            probabilities[row] = ((Scored) Committed.MODEL.evaluate(ChurnFeatures.named(CLIENTS[row]))).probability();
        }
        return probabilities;
    }

    private static TrainingSet set() {
        List<Feature> features = new ArrayList<>();
        for (int column = 0; column < ChurnFeatures.NAMES.size(); column++) {
            double[] values = new double[CLIENTS.length];
            for (int row = 0; row < CLIENTS.length; row++) {
                values[row] = CLIENTS[row][column];
            }
            features.add(new Numbers(ChurnFeatures.NAMES.get(column), values));
        }
        return new TrainingSet("Churn", "1", features, List.of(), new int[] {0, 0, 1});
    }
}
