package io.vigie.contracts.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SketchTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "5e-10, 0",
        "-5e-10, 0",
        "1e-9, 1",
        "1, 1037",
        "2, 1072",
        "8, 1141",
        "-1, -1037",
        "1e12, 2419",
        "1e300, 2419",
        "-1e300, -2419"
    })
    void givenValue_whenPutIntoItsBin_thenThatOneForEver(double value, int bin) {
        assertThat(Bins.of(value)).isEqualTo(bin);
    }

    @Test
    void givenValuesOfEverySize_whenPutIntoBins_thenTheMiddleIsWithinOnePerCent() {
        Random random = new Random(7);
        for (int draw = 0; draw < 20_000; draw++) {
            double value = Math.pow(10, random.nextDouble() * 20 - 8.9) * (random.nextBoolean() ? 1 : -1);
            int bin = Bins.of(value);
            double rounding = Math.abs(value) * 1e-12;

            assertThat(Bins.middle(bin)).isCloseTo(value, within(Math.abs(value) * (Bins.ACCURACY + 1e-9)));
            assertThat(value).isBetween(Bins.lower(bin) - rounding, Bins.upper(bin) + rounding);
        }
    }

    @Test
    void givenLargerValues_whenPutIntoBins_thenBinsAreInTheirOrder() {
        double[] values = {-1e13, -8, -1e-3, 0, 1e-3, 8, 8.5, 1e13};

        assertThat(Arrays.stream(values).mapToInt(Bins::of).toArray())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void givenWhatIsNoNumber_whenPutIntoABin_thenRefused(double value) {
        assertThatThrownBy(() -> Bins.of(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givenPartsOfTheValues_whenMerged_thenTheSketchOfAllWhateverTheOrder() {
        Random random = new Random(3);
        double[] values = random.doubles(999, -50, 5_000).toArray();
        values[17] = Double.NaN;
        values[500] = Double.POSITIVE_INFINITY;
        Sketch first = Sketch.of(Arrays.copyOfRange(values, 0, 100));
        Sketch second = Sketch.of(Arrays.copyOfRange(values, 100, 600));
        Sketch third = Sketch.of(Arrays.copyOfRange(values, 600, 999));

        assertThat(first.merged(second).merged(third)).isEqualTo(Sketch.of(values));
        assertThat(third.merged(first.merged(second))).isEqualTo(Sketch.of(values));
        assertThat(Sketch.of(values).merged(Sketch.EMPTY)).isEqualTo(Sketch.of(values));
    }

    @Test
    void givenMissingAndInvalidValues_whenCounted_thenApartFromTheOthers() {
        Sketch sketch = Sketch.of(Double.NaN, Double.NEGATIVE_INFINITY, 8, 8);

        assertThat(sketch.missing()).isEqualTo(1);
        assertThat(sketch.invalid()).isEqualTo(1);
        assertThat(sketch.values()).isEqualTo(2);
        assertThat(sketch.records()).isEqualTo(4);
        assertThat(sketch.bins()).isEqualTo(Map.of(Bins.of(8), 2L));
    }

    @Test
    void givenNegativeCounts_whenRead_thenRefused() {
        assertThatThrownBy(() -> new Sketch(-1, 0, 0, new TreeMap<>())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Sketch(0, 0, 0, new TreeMap<>(Map.of(3, -1L))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
