package io.vigie.pmml.compiled;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Models of which each may read what those before it said; the last one's answer counts.
 *
 * @param slots where the others' answers go
 */
record Chain(Part[] parts, int[] slots, Part last) implements Part {

    @Override
    public double value(double[] fields) {
        for (int part = 0; part < parts.length; part++) {
            double value = parts[part].value(fields);
            if (!Double.isFinite(value)) {
                return Double.NaN;
            }
            fields[slots[part]] = value;
        }
        return last.value(fields);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(Arrays.stream(parts), Stream.of(last)).flatMap(Part::edges);
    }
}
