package io.vigie.pmml.compiled;

import java.util.stream.Stream;

/** A model of the document. */
interface Part {

    /**
     * Its number; NaN when it has none.
     *
     * @param fields values by slot
     */
    double value(double[] fields);

    /** Where its answer jumps. */
    default Stream<Edge> edges() {
        return Stream.empty();
    }
}
