package io.vigie.pmml;

/**
 * Exact Shapley values. L. S. Shapley, "A value for n-person games" (1953): the share of player i is the sum over all
 * coalitions S without i of |S|! (n−|S|−1)! / n! · (worth(S ∪ i) − worth(S)).
 */
final class Shapley {

    /** Above this many players there are too many coalitions to ask for each. */
    static final int MOST_PLAYERS = 12;

    private final int players;
    private final double[] weights;

    Shapley(int players) {
        if (players < 1 || players > MOST_PLAYERS) {
            throw new IllegalArgumentException("1 to " + MOST_PLAYERS + " players, not " + players);
        }
        this.players = players;
        this.weights = new double[players];
        double binomial = 1;
        for (int size = 0; size < players; size++) {
            weights[size] = 1 / (players * binomial);
            binomial = binomial * (players - 1 - size) / (size + 1);
        }
    }

    int coalitions() {
        return 1 << players;
    }

    /** Shares from the worth of each coalition, a coalition being the bits of the index. */
    double[] shares(double[] worth) {
        double[] shares = new double[players];
        for (int coalition = 0; coalition < worth.length; coalition++) {
            double weight = coalition == worth.length - 1 ? 0 : weights[Integer.bitCount(coalition)];
            for (int player = 0; player < players; player++) {
                if ((coalition & 1 << player) == 0) {
                    shares[player] += weight * (worth[coalition | 1 << player] - worth[coalition]);
                }
            }
        }
        return shares;
    }
}
