package io.vigie.pmml.compiled;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Trees in arrays: of each test its field, the most with which it goes on at {@code yes}, and both places to go on.
 *
 * @param leaves what they say; NaN for a record that a tree has no answer to
 * @param roots where each tree begins
 * @param weights of the trees; null when all count the same
 * @param divisor of the sum
 */
record Forest(
        int[] slots,
        double[] most,
        int[] yes,
        int[] no,
        double[] leaves,
        int[] roots,
        double @Nullable [] weights,
        double divisor)
        implements Part {

    @Override
    public double value(double[] fields) {
        double sum = 0;
        for (int tree = 0; tree < roots.length; tree++) {
            int place = roots[tree];
            while (place >= 0) {
                place = fields[slots[place]] <= most[place] ? yes[place] : no[place];
            }
            sum += weights == null ? leaves[~place] : weights[tree] * leaves[~place];
        }
        return sum / divisor;
    }

    @Override
    public Stream<Edge> edges() {
        return IntStream.range(0, slots.length).mapToObj(test -> new Edge(slots[test], most[test]));
    }
}
