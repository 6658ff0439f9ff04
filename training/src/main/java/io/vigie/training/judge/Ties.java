package io.vigie.training.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows by falling probability, those with the same probability together: within such a group no order is known, and the
 * order of the file must not slip in.
 *
 * @param probability of every row of the group, 0–1
 * @param rows how many there are, at least 1
 * @param positives how many of them are positive
 */
record Ties(double probability, int rows, int positives) {

    static List<Ties> falling(double[] probabilities, int[] y) {
        List<Integer> order = IntStream.range(0, y.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> probabilities[row])
                        .reversed())
                .toList();
        List<Ties> groups = new ArrayList<>();
        int at = 0;
        while (at < order.size()) {
            double probability = probabilities[order.get(at)];
            int rows = 0;
            int positives = 0;
            while (at < order.size() && probabilities[order.get(at)] == probability) {
                rows++;
                positives += y[order.get(at)];
                at++;
            }
            groups.add(new Ties(probability, rows, positives));
        }
        return groups;
    }
}
