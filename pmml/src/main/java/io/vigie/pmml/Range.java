package io.vigie.pmml;

/** A closed interval. */
public record Range(double min, double max) {

    /** Whether the value lies within; NaN never does. */
    public boolean contains(double value) {
        return value >= min && value <= max;
    }
}
