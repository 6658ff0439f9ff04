package io.vigie.training.prepare;

import java.util.Arrays;

/** A column that models learn from. */
public sealed interface Feature {

    /** As in the source. */
    String name();

    /** Whether any cell is empty. */
    boolean hasGaps();

    /**
     * Numbers.
     *
     * @param values one per row; NaN where the cell is empty
     */
    record Numbers(String name, double[] values) implements Feature {

        @Override
        public boolean hasGaps() {
            return Arrays.stream(values).anyMatch(Double::isNaN);
        }

        /** The numbers that are there. */
        public double[] present() {
            return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        }
    }

    /**
     * Words out of a small set.
     *
     * @param values one per row; {@link #NONE} where the cell is empty
     */
    record Categories(String name, String[] values) implements Feature {

        /** The category of an empty cell. */
        public static final String NONE = "(none)";

        @Override
        public boolean hasGaps() {
            return Arrays.asList(values).contains(NONE);
        }
    }
}
