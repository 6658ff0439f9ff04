package io.vigie.pmml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShapleyTest {

    @Test
    void givenTheGloveGame_whenShared_thenTheTextbookAnswer() {
        // One left glove (player 0), two right gloves; only a pair is worth anything: 4/6, 1/6, 1/6.
        double[] worth = new double[8];
        worth[0b011] = worth[0b101] = worth[0b111] = 1;

        double[] shares = new Shapley(3).shares(worth);

        assertThat(shares).containsExactly(new double[] {4 / 6.0, 1 / 6.0, 1 / 6.0}, within(1e-15));
    }

    @Test
    void givenPlayerThatAddsNothing_whenShared_thenGetsNothing() {
        assertThat(new Shapley(2).shares(new double[] {0.2, 0.7, 0.2, 0.7}))
                .containsExactly(new double[] {0.5, 0}, within(1e-15));
    }

    @Test
    void givenMoreThanTwelvePlayers_whenBuilt_thenRefused() {
        assertThatThrownBy(() -> new Shapley(13)).isInstanceOf(IllegalArgumentException.class);
    }
}
