package io.vigie.training.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapacityTest {

    @ParameterizedTest
    @CsvSource({"40, 40", "1, 1", "5000, 720", "0.1, 72", ".5, 360", "10%, 72", "0.0001, 1", "1.0, 720", "100%, 720"})
    void givenACountOrAShare_whenOf720Rows_thenSoMany(String text, int places) {
        assertThat(Capacity.parse(text).of(720)).isEqualTo(places);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "-3", "1.5", "120%", "0%", "many", "", "NaN", "1e3"})
    void givenNeither_whenParsed_thenRefused(String text) {
        assertThatThrownBy(() -> Capacity.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a count from 1 (40) or a share up to one (0.1 or 10%)");
    }

    @Test
    void givenPlaces_whenThreshold_thenNoMoreAreFlagged() {
        double[] probabilities = {0.9, 0.7, 0.7, 0.2};

        assertThat(Capacity.parse("3").threshold(probabilities)).isEqualTo(0.7);
        assertThat(Capacity.parse("2").threshold(probabilities)).isEqualTo(0.9);
        assertThat(Capacity.parse("4").threshold(probabilities)).isEqualTo(0.2);
    }

    @Test
    void givenTheHighestOccursTooOften_whenThreshold_thenNobodyIsFlagged() {
        double[] probabilities = {1, 1, 1, 0};

        double threshold = Capacity.parse("2").threshold(probabilities);

        assertThat(Confusion.at(threshold, probabilities, new int[] {1, 0, 1, 0})
                        .flagged())
                .isZero();
    }
}
