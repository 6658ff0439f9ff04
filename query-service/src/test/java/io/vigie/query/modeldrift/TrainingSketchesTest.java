package io.vigie.query.modeldrift;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.sketch.Sketch;
import io.vigie.query.platform.Wire;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cards are whatever somebody uploaded. */
class TrainingSketchesTest {

    private static final String GOOD = "{\"missing\":1,\"invalid\":0,\"outOfRange\":0,\"bins\":{\"1141\":2}}";

    @Test
    void givenSketchesOfAllInputs_whenRead_thenTheyAreTheReference() {
        String card = "{\"text\":\"x\",\"inputs\":[{\"name\":\"a\",\"min\":1,\"sketch\":" + GOOD + "}],\"scores\":"
                + GOOD + "}";

        assertThat(TrainingSketches.of(Wire.tree(card), List.of("a")))
                .isEqualTo(new Window(Sketch.of(Double.NaN, 8, 8), Map.of("a", Sketch.of(Double.NaN, 8, 8))));
        assertThat(TrainingSketches.of(Wire.tree(card), List.of("a", "b"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"a\"",
                "[]",
                "{\"bins\":[]}",
                "{\"bins\":{\"x\":1}}",
                "{\"bins\":{\"1\":\"many\"}}",
                "{\"bins\":{\"99999\":1}}",
                "{\"bins\":{\"1\":-1}}",
                "{\"bins\":{\"1\":9223372036854775807}}",
                "{\"bins\":{\"1\":1e300}}",
                "{\"outOfRange\":9223372036854775807,\"bins\":{\"1\":1}}",
                "{\"missing\":-1,\"bins\":{\"1\":1}}"
            })
    void givenWhatIsNoSketch_whenRead_thenAsIfItWereNotThere(String sketch) {
        for (String card : List.of(
                "{\"inputs\":[{\"name\":\"a\",\"sketch\":" + GOOD + "}],\"scores\":" + sketch + "}",
                "{\"inputs\":[{\"name\":\"a\",\"sketch\":" + sketch + "}],\"scores\":" + GOOD + "}")) {
            assertThat(TrainingSketches.of(Wire.tree(card), List.of("a")))
                    .as(card)
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"inputs\":7,\"scores\":7}", "{\"inputs\":{\"a\":1}}", "{\"inputs\":[null,[],7]}"})
    void givenAnyOtherCard_whenRead_thenNone(String card) {
        assertThat(TrainingSketches.of(Wire.tree(card), List.of())).isNull();
    }
}
