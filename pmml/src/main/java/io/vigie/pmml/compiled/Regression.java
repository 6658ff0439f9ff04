package io.vigie.pmml.compiled;

import io.vigie.pmml.check.Markup;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A RegressionModel.
 *
 * @param lines one for each category, or the only one
 * @param method PMML's normalizationMethod
 * @param wanted whose probability it is, by its place among the lines
 */
record Regression(Line[] lines, String method, int wanted) implements Part {

    private static final Set<String> OF_NUMBERS = Set.of("none", "softmax", "logit", "exp", "cloglog");
    private static final Set<String> OF_TWO = Set.of("none", "softmax", "logit", "cloglog", "simplemax");
    private static final Set<String> OF_MANY = Set.of("softmax", "simplemax");

    /**
     * Of its element.
     *
     * @param category whose probability is wanted; null when it predicts a number
     */
    static Part of(Markup model, Slots slots, @Nullable String category) {
        List<Markup> tables = model.children("RegressionTable").toList();
        Line[] lines = tables.stream().map(table -> Line.of(table, slots)).toArray(Line[]::new);
        String given = model.attribute("normalizationMethod");
        String method = given.isEmpty() ? "none" : given;
        if (category == null) {
            if (lines.length != 1 || !OF_NUMBERS.contains(method)) {
                throw new NotPlain("RegressionModel " + method);
            }
            return Rescaled.of(model, new Regression(lines, method, 0));
        }
        int[] wanted = IntStream.range(0, lines.length)
                .filter(line -> tables.get(line).attribute("targetCategory").equals(category))
                .toArray();
        boolean known = lines.length == 2 ? OF_TWO.contains(method) : lines.length > 2 && OF_MANY.contains(method);
        if (wanted.length != 1 || !known || model.children("Targets").findAny().isPresent()) {
            throw new NotPlain("RegressionModel " + method);
        }
        // With nothing on the other side the evaluator takes softmax for logit.
        boolean binary = lines.length == 2 && method.equals("softmax") && lines[1].isZero();
        return new Regression(lines, binary ? "logit" : method, wanted[0]);
    }

    @Override
    public double value(double[] fields) {
        if (lines.length == 1 || lines.length == 2 && !OF_MANY.contains(method)) {
            double first = normal(lines[0].value(fields));
            return wanted == 0 ? first : 1 - first;
        }
        double[] values = new double[lines.length];
        double most = Double.NEGATIVE_INFINITY;
        for (int line = 0; line < values.length; line++) {
            values[line] = lines[line].value(fields);
            most = Math.max(most, values[line]);
        }
        double sum = 0;
        for (int line = 0; line < values.length; line++) {
            values[line] = method.equals("softmax") ? Math.exp(values[line] - most) : values[line];
            sum += values[line];
        }
        return values[wanted] / sum;
    }

    private double normal(double value) {
        return switch (method) {
            case "none" -> lines.length == 1 ? value : Math.min(Math.max(value, 0), 1);
            case "exp" -> Math.exp(value);
            case "cloglog" -> 1 - Math.exp(-Math.exp(value));
            default -> 1 / (1 + Math.exp(-value));
        };
    }
}
