package io.vigie.pmml.compiled;

import io.vigie.pmml.check.Markup;
import java.util.List;

/**
 * Lets those values of an input through that the evaluator takes as they are.
 *
 * @param whole whether it must be a whole number
 * @param single whether it counts with the precision of a float
 * @param lefts what is more than one of these, and less than its right one, is valid; none when every number is
 * @param rights of them
 */
record Gate(boolean whole, boolean single, double[] lefts, double[] rights) {

    private static final String INTEGER = "integer";

    /** Of a DataField. */
    static Gate of(Markup field) {
        String type = field.attribute("dataType");
        if (!field.attribute("optype").equals("continuous")
                || field.children("Value").findAny().isPresent()
                || !List.of("double", "float", INTEGER).contains(type)) {
            throw new NotPlain("DataField " + type);
        }
        List<Markup> intervals = field.children("Interval").toList();
        if (type.equals("float") && !intervals.isEmpty()) {
            // Which value would be compared, the given one or the float?
            throw new NotPlain("Interval of floats");
        }
        return new Gate(
                type.equals(INTEGER),
                type.equals("float"),
                intervals.stream().mapToDouble(Gate::left).toArray(),
                intervals.stream().mapToDouble(Gate::right).toArray());
    }

    private static double left(Markup interval) {
        double margin = Vocabulary.number(interval, "leftMargin", -Double.MAX_VALUE);
        return interval.attribute("closure").startsWith("closed") ? Math.nextDown(margin) : margin;
    }

    private static double right(Markup interval) {
        double margin = Vocabulary.number(interval, "rightMargin", Double.MAX_VALUE);
        return interval.attribute("closure").endsWith("Closed") ? Math.nextUp(margin) : margin;
    }

    /** What the value counts as, or NaN. Of a zero below zero the evaluator has its say. */
    double pass(double value) {
        if (value == 0 && 1 / value < 0
                || whole && (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE)) {
            return Double.NaN;
        }
        boolean valid = lefts.length == 0;
        for (int interval = 0; interval < lefts.length; interval++) {
            valid |= value > lefts[interval] && value < rights[interval];
        }
        if (!valid || !Double.isFinite(value)) {
            return Double.NaN;
        }
        return single ? single(value) : value;
    }

    /** With the precision of a float; NaN where it has none, or becomes a zero below zero. */
    static double single(double value) {
        float cast = (float) value;
        return Float.isFinite(cast) && !(cast == 0 && 1 / cast < 0) ? cast : Double.NaN;
    }
}
