package io.vigie.pmml.churn;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.stat.StatUtils;

/**
 * Maximum likelihood by Newton's method (iteratively reweighted least squares), on standardised columns, told in raw
 * units. StrictMath, so that every machine finds the same.
 */
record LogisticRegression(double intercept, double[] coefficients) {

    private static final int MOST_STEPS = 100;
    private static final double SMALLEST_STEP = 1e-12;

    static LogisticRegression fit(Sample sample) {
        int columns = sample.names().size();
        double[] mean = new double[columns];
        double[] scale = new double[columns];
        for (int column = 0; column < columns; column++) {
            mean[column] = StatUtils.mean(sample.column(column));
            scale[column] = StrictMath.sqrt(StatUtils.populationVariance(sample.column(column)));
        }
        double[][] design = new double[sample.size()][columns + 1];
        for (int row = 0; row < design.length; row++) {
            design[row][0] = 1;
            for (int column = 0; column < columns; column++) {
                design[row][column + 1] = (sample.x()[row][column] - mean[column]) / scale[column];
            }
        }
        double[] standardised = newton(design, sample.y());
        double intercept = standardised[0];
        double[] coefficients = new double[columns];
        for (int column = 0; column < columns; column++) {
            coefficients[column] = standardised[column + 1] / scale[column];
            intercept -= coefficients[column] * mean[column];
        }
        return new LogisticRegression(intercept, coefficients);
    }

    private static double[] newton(double[][] design, int[] y) {
        RealVector beta = new ArrayRealVector(design[0].length);
        for (int step = 0; step < MOST_STEPS; step++) {
            RealVector gradient = new ArrayRealVector(beta.getDimension());
            RealMatrix information = new Array2DRowRealMatrix(beta.getDimension(), beta.getDimension());
            for (int row = 0; row < design.length; row++) {
                RealVector x = new ArrayRealVector(design[row], false);
                double p = logistic(x.dotProduct(beta));
                gradient = gradient.add(x.mapMultiply(y[row] - p));
                information = information.add(x.outerProduct(x).scalarMultiply(p * (1 - p)));
            }
            RealVector move = new CholeskyDecomposition(information).getSolver().solve(gradient);
            beta = beta.add(move);
            if (move.getLInfNorm() < SMALLEST_STEP) {
                return beta.toArray();
            }
        }
        throw new ArithmeticException("no maximum of the likelihood was found");
    }

    double probability(double[] features) {
        double sum = intercept;
        for (int column = 0; column < coefficients.length; column++) {
            sum += coefficients[column] * features[column];
        }
        return logistic(sum);
    }

    double[] probabilities(Sample sample) {
        return Arrays.stream(sample.x()).mapToDouble(this::probability).toArray();
    }

    private static double logistic(double z) {
        return 1 / (1 + StrictMath.exp(-z));
    }
}
