package io.vigie.query.modelquality;

import java.util.Arrays;

/** Probabilities that are put in order once and then taken one by one. */
final class Probabilities implements Comparable<Probabilities> {

    final int month;
    final boolean left;
    private double[] values = new double[16];
    private int count;
    private int next;

    /** Of the scores of a month that had the same outcome. */
    Probabilities(int month, boolean left) {
        this.month = month;
        this.left = left;
    }

    void add(double probability) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = probability;
    }

    /** Begins with the lowest. */
    void sort() {
        Arrays.sort(values, 0, count);
        next = 0;
    }

    boolean isOver() {
        return next == count;
    }

    double lowest() {
        return values[next];
    }

    /** How many of the lowest there are; goes behind them. */
    int takeLowest() {
        int from = next;
        double lowest = values[next];
        while (next < count && values[next] == lowest) {
            next++;
        }
        return next - from;
    }

    @Override
    public int compareTo(Probabilities other) {
        return Double.compare(lowest(), other.lowest());
    }
}
