package io.vigie.pmml.explain;

/** A game of which the worth of a coalition can be asked for. */
@FunctionalInterface
public interface Game {

    /**
     * The worth of a coalition.
     *
     * @param in for each player whether it belongs to the coalition; not to be kept or changed
     * @param row which of the background's rows stands for the players that don't
     * @return NaN when it has none
     */
    double worth(boolean[] in, int row);
}
