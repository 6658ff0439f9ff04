package io.vigie.pmml.compiled;

import io.vigie.pmml.check.Markup;
import java.util.List;

/**
 * A RegressionTable: Σ coefficient · value^exponent + Σ coefficient · product + intercept, added up in the order in which
 * the evaluator does it.
 *
 * @param slots of the numeric predictors
 * @param products slots of each product of fields
 * @param weights coefficients of the products
 */
record Line(double intercept, double[] coefficients, int[] slots, int[] exponents, double[] weights, int[][] products) {

    static Line of(Markup table, Slots slots) {
        List<Markup> numeric = table.children("NumericPredictor").toList();
        List<Markup> terms = table.children("PredictorTerm").toList();
        return new Line(
                Vocabulary.number(table, "intercept", 0),
                coefficients(numeric),
                numeric.stream()
                        .mapToInt(predictor -> slots.of(predictor.attribute("name")))
                        .toArray(),
                numeric.stream().mapToInt(Line::exponent).toArray(),
                coefficients(terms),
                terms.stream().map(term -> product(term, slots)).toArray(int[][]::new));
    }

    private static double[] coefficients(List<Markup> elements) {
        return elements.stream()
                .mapToDouble(element -> Vocabulary.number(element, "coefficient", Double.NaN))
                .toArray();
    }

    private static int exponent(Markup predictor) {
        double exponent = Vocabulary.number(predictor, "exponent", 1);
        if (exponent != Math.rint(exponent) || Math.abs(exponent) > 100) {
            throw new NotPlain("exponent");
        }
        return (int) exponent;
    }

    private static int[] product(Markup term, Slots slots) {
        return term.children("FieldRef")
                .mapToInt(factor -> slots.of(factor.attribute("field")))
                .toArray();
    }

    double value(double[] fields) {
        double sum = 0;
        for (int index = 0; index < slots.length; index++) {
            double value = fields[slots[index]];
            sum += coefficients[index] * (exponents[index] == 1 ? value : Math.pow(value, exponents[index]));
        }
        for (int index = 0; index < products.length; index++) {
            double product = weights[index];
            for (int slot : products[index]) {
                product *= fields[slot];
            }
            sum += product;
        }
        return sum + intercept;
    }

    /** Whether it is always 0. */
    boolean isZero() {
        return intercept == 0 && slots.length == 0 && products.length == 0;
    }
}
