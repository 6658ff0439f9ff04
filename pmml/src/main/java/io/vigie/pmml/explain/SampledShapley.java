package io.vigie.pmml.explain;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Shapley values from a sample of permutations: walking from the empty coalition to the full one, each player gets what its
 * arrival changes. The shares of one walk add up to the worth of all minus that of none, so those of a sample do, too.
 *
 * <p>J. Castro, D. Gómez, J. Tejada, "Polynomial calculation of the Shapley value based on sampling" (Computers &amp;
 * Operations Research 36, 2009); E. Štrumbelj, I. Kononenko, "Explaining prediction models and individual predictions with
 * feature contributions" (Knowledge and Information Systems 41, 2014). Each permutation is walked backwards, too: the two
 * share their error with opposite signs where effects depend on the order (antithetic variates; R. Mitchell et al.,
 * "Sampling permutations for Shapley value estimation", JMLR 23, 2022).
 */
public final class SampledShapley {

    private SampledShapley() {}

    /**
     * What was found.
     *
     * @param base the average worth of the empty coalition
     * @param values of the players
     * @param standardErrors of these, from the spread between pairs of walks
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Shares(double base, double[] values, double[] standardErrors) {}

    /**
     * Shares of every player.
     *
     * @param rows of the background, each of which is walked from equally often
     * @param pairs of walks, raised to a multiple of {@code rows} and to two
     * @param same whether a player changes nothing in this row, so that its arrival needs no question
     * @return empty when a coalition has no worth
     */
    public static Optional<Shares> of(Game game, int players, int rows, int pairs, long seed, Same same) {
        int rounds = Math.max(2, (pairs + rows - 1) / rows * rows);
        SplittableRandom random = new SplittableRandom(seed);
        double[] sums = new double[players];
        double[] squares = new double[players];
        double[] none = new double[rows];
        double all = game.worth(filled(players), 0);
        boolean[] in = new boolean[players];
        for (int row = 0; row < rows; row++) {
            none[row] = game.worth(in, row);
        }
        int[] order = new int[players];
        for (int player = 0; player < players; player++) {
            order[player] = player;
        }
        double[] pair = new double[players];
        for (int round = 0; round < rounds; round++) {
            int row = round % rows;
            shuffle(order, random);
            Arrays.fill(pair, 0);
            walk(game, order, row, none[row], all, same, pair);
            reverse(order);
            walk(game, order, row, none[row], all, same, pair);
            double change = 0;
            for (int player = 0; player < players; player++) {
                double mean = pair[player] / 2;
                sums[player] += mean;
                squares[player] += mean * mean;
                change += mean;
            }
            if (!Double.isFinite(change)) {
                // A coalition without a worth: no further question could mend that.
                return Optional.empty();
            }
        }
        return result(sums, squares, none, all, rounds);
    }

    /** Which players are the same in the record and in a row of the background. */
    @FunctionalInterface
    public interface Same {

        /** Whether this player's arrival can't change anything. */
        boolean same(int player, int row);
    }

    private static Optional<Shares> result(double[] sums, double[] squares, double[] none, double all, int rounds) {
        double base = 0;
        for (double worth : none) {
            base += worth / none.length;
        }
        double[] values = new double[sums.length];
        double[] errors = new double[sums.length];
        double total = base - all;
        for (int player = 0; player < sums.length; player++) {
            values[player] = sums[player] / rounds;
            double variance = (squares[player] - rounds * values[player] * values[player]) / (rounds - 1);
            errors[player] = Math.sqrt(Math.max(0, variance) / rounds);
            total += values[player];
        }
        return Double.isFinite(total) ? Optional.of(new Shares(base, values, errors)) : Optional.empty();
    }

    private static void walk(Game game, int[] order, int row, double none, double all, Same same, double[] shares) {
        boolean[] in = new boolean[order.length];
        int last = -1;
        for (int place = 0; place < order.length; place++) {
            if (!same.same(order[place], row)) {
                last = place;
            }
        }
        double before = none;
        for (int place = 0; place <= last; place++) {
            int player = order[place];
            in[player] = true;
            if (!same.same(player, row)) {
                // The last one to change anything makes it the full coalition, whose worth is known.
                double after = place == last ? all : game.worth(in, row);
                shares[player] += after - before;
                before = after;
            }
        }
    }

    private static boolean[] filled(int players) {
        boolean[] all = new boolean[players];
        Arrays.fill(all, true);
        return all;
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int place = order.length - 1; place > 0; place--) {
            int other = random.nextInt(place + 1);
            int moved = order[place];
            order[place] = order[other];
            order[other] = moved;
        }
    }

    private static void reverse(int[] order) {
        for (int place = 0; place < order.length / 2; place++) {
            int moved = order[place];
            order[place] = order[order.length - 1 - place];
            order[order.length - 1 - place] = moved;
        }
    }
}
