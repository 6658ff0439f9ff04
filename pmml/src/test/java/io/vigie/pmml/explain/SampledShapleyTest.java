package io.vigie.pmml.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SampledShapleyTest {

    private static final SampledShapley.Same DIFFERENT = (player, row) -> false;

    /** Players 0 and 1 are alike and need each other, 2 adds by itself, 3 adds nothing; row 1 has half of everything. */
    private static double worth(boolean[] in, int row) {
        double full = (in[0] && in[1] ? 6 : 0) + (in[0] && in[2] ? 1 : 0) + (in[1] && in[2] ? 1 : 0) + (in[2] ? 2 : 0);
        boolean all = in[0] && in[1] && in[2];
        return row == 0 || all ? 10 + full : 12 + full * 0.8;
    }

    @Test
    void givenSample_whenShared_thenSharesAndBaseAddUpToTheWorthOfAll() {
        for (int pairs = 2; pairs < 20; pairs++) {
            SampledShapley.Shares shares = shares(pairs, 2, pairs);

            assertThat(sum(shares)).isCloseTo(20, within(1e-12));
            assertThat(shares.base()).isEqualTo(11);
        }
    }

    @Test
    void givenPlayersThatAreAlikeOrAddNothing_whenShared_thenAlikeWithinErrorAndNothing() {
        SampledShapley.Shares shares = shares(2_000, 1, 7);

        // 6/2 + 1/2 each; 2 + 1; nothing
        double[] exact = {3.5, 3.5, 3, 0};
        for (int player = 0; player < exact.length; player++) {
            assertThat(shares.values()[player])
                    .isCloseTo(exact[player], within(4 * shares.standardErrors()[player] + 1e-12));
        }
        assertThat(shares.standardErrors()[0]).isLessThan(0.1);
        assertThat(shares.values()[3]).isZero();
    }

    @Test
    void givenPairwiseEffects_whenWalkedBothWays_thenNoErrorAtAll() {
        // An effect of two players falls to the later one; backwards that is the other one.
        assertThat(shares(2, 1, 1).values()).containsExactly(new double[] {3.5, 3.5, 3, 0}, within(1e-12));
    }

    @Test
    void givenTheSameSeed_whenShared_thenTheSameAnswer() {
        assertThat(shares(10, 2, 5).values()).isEqualTo(shares(10, 2, 5).values());
    }

    @Test
    void givenPlayerWithTheBackgroundsValue_whenShared_thenNeverAskedForAndNothing() {
        SampledShapley.Shares shares = SampledShapley.of(
                        (in, row) -> in[0] ? 3 : 1, 3, 1, 5, 1, (player, row) -> player != 0)
                .orElseThrow();

        assertThat(shares.values()).containsExactly(2, 0, 0);
    }

    @Test
    void givenCoalitionWithoutWorth_whenShared_thenNothing() {
        assertThat(SampledShapley.of((in, row) -> in[1] && !in[0] ? Double.NaN : 1, 2, 1, 5, 1, DIFFERENT))
                .isEmpty();
    }

    private static SampledShapley.Shares shares(int pairs, int rows, long seed) {
        return SampledShapley.of(SampledShapleyTest::worth, 4, rows, pairs, seed, DIFFERENT)
                .orElseThrow();
    }

    private static double sum(SampledShapley.Shares shares) {
        double sum = shares.base();
        for (double share : shares.values()) {
            sum += share;
        }
        return sum;
    }
}
