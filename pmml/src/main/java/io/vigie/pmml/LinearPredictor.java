package io.vigie.pmml;

import java.util.List;
import java.util.Optional;
import org.dmg.pmml.DataField;
import org.dmg.pmml.DataType;
import org.dmg.pmml.InvalidValueTreatmentMethod;
import org.dmg.pmml.MathContext;
import org.dmg.pmml.OutlierTreatmentMethod;
import org.dmg.pmml.regression.NumericPredictor;
import org.dmg.pmml.regression.RegressionModel;
import org.dmg.pmml.regression.RegressionModel.NormalizationMethod;
import org.dmg.pmml.regression.RegressionTable;
import org.jpmml.evaluator.InputField;
import org.jpmml.evaluator.ModelEvaluator;
import org.jspecify.annotations.Nullable;

/**
 * The plain case of a binary logistic regression, intercept + Σ coefficient · input through the logistic function: the
 * worth of a coalition follows from the coefficients, without asking the evaluator.
 */
record LinearPredictor(double intercept, double[] coefficients) {

    /**
     * Empty when the model has anything that this short cut doesn't know.
     *
     * @param category whose probability is asked for, null when it isn't one
     */
    static Optional<LinearPredictor> of(ModelEvaluator<?> evaluator, List<String> inputs, @Nullable String category) {
        if (!(evaluator.getModel() instanceof RegressionModel regression)
                || category == null
                || regression.getNormalizationMethod() != NormalizationMethod.LOGIT
                || regression.getMathContext() != MathContext.DOUBLE
                || !evaluator.getInputFields().stream().allMatch(LinearPredictor::asGiven)
                || regression.getLocalTransformations() != null
                || regression.getTargets() != null
                || regression.requireRegressionTables().size() != 2) {
            return Optional.empty();
        }
        RegressionTable table = null;
        for (RegressionTable candidate : regression.requireRegressionTables()) {
            if (category.equals(String.valueOf(candidate.requireTargetCategory()))) {
                table = candidate;
            }
        }
        // Only the first table speaks; of two categories the second gets what is left.
        if (table == null || !regression.requireRegressionTables().get(0).equals(table)) {
            return Optional.empty();
        }
        return ofTable(table, inputs);
    }

    /** Whether a number that the evaluator takes counts as it was given: neither cut, nor replaced, nor rounded. */
    private static boolean asGiven(InputField input) {
        boolean refusing =
                input.getMiningField().getInvalidValueTreatment() == InvalidValueTreatmentMethod.RETURN_INVALID;
        return input.getMiningField().getOutlierTreatment() == OutlierTreatmentMethod.AS_IS
                && input.getField() instanceof DataField data
                && data.getValues().isEmpty()
                && (input.getDataType() == DataType.DOUBLE
                                && (refusing || data.getIntervals().isEmpty())
                        || input.getDataType() == DataType.INTEGER && refusing);
    }

    private static Optional<LinearPredictor> ofTable(@Nullable RegressionTable table, List<String> inputs) {
        if (table == null || table.hasCategoricalPredictors() || table.hasPredictorTerms()) {
            return Optional.empty();
        }
        double[] coefficients = new double[inputs.size()];
        for (NumericPredictor predictor : table.getNumericPredictors()) {
            int input = inputs.indexOf(predictor.requireField());
            if (input < 0 || predictor.getExponent() != 1) {
                return Optional.empty();
            }
            coefficients[input] += predictor.requireCoefficient().doubleValue();
        }
        return Optional.of(new LinearPredictor(table.requireIntercept().doubleValue(), coefficients));
    }

    /** The probability of each coalition: inputs in it have their value, the others the reference's. */
    double[] worth(double[] values, double[] reference) {
        int inputs = coefficients.length;
        double[] worth = new double[1 << inputs];
        worth[0] = intercept;
        for (int input = 0; input < inputs; input++) {
            worth[0] += coefficients[input] * reference[input];
        }
        for (int coalition = 1; coalition < worth.length; coalition++) {
            int newest = Integer.numberOfTrailingZeros(coalition);
            worth[coalition] =
                    worth[coalition & (coalition - 1)] + coefficients[newest] * (values[newest] - reference[newest]);
        }
        for (int coalition = 0; coalition < worth.length; coalition++) {
            worth[coalition] = 1 / (1 + Math.exp(-worth[coalition]));
        }
        return worth;
    }
}
