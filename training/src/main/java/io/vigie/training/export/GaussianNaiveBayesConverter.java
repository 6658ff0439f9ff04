package io.vigie.training.export;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.classification.NaiveBayesModel;
import org.dmg.pmml.DataType;
import org.dmg.pmml.DerivedField;
import org.dmg.pmml.Expression;
import org.dmg.pmml.MiningFunction;
import org.dmg.pmml.Model;
import org.dmg.pmml.OpType;
import org.dmg.pmml.PMMLFunctions;
import org.dmg.pmml.regression.RegressionModel;
import org.dmg.pmml.regression.RegressionTable;
import org.jpmml.converter.CategoricalLabel;
import org.jpmml.converter.ContinuousFeature;
import org.jpmml.converter.ExpressionUtil;
import org.jpmml.converter.Feature;
import org.jpmml.converter.ModelUtil;
import org.jpmml.converter.PMMLEncoder;
import org.jpmml.converter.Schema;
import org.jpmml.converter.regression.RegressionModelUtil;
import org.jpmml.sparkml.ProbabilisticClassificationModelConverter;

/**
 * Gaussian naive Bayes as a softmax over the classes' log-densities:
 * ln π − Σ (ln σ² + (x − μ)² / σ²) / 2. PMML's own NaiveBayesModel puts a floor under each density, so it can't say what
 * Spark says far from the means; the squared distances are derived fields, not x² and x, because their difference would lose
 * the last digits.
 */
final class GaussianNaiveBayesConverter extends ProbabilisticClassificationModelConverter<NaiveBayesModel> {

    GaussianNaiveBayesConverter(NaiveBayesModel model) {
        super(model);
    }

    @Override
    public Model encodeModel(Schema schema) {
        CategoricalLabel label = (CategoricalLabel) schema.getLabel();
        List<RegressionTable> tables = new ArrayList<>();
        for (int category = 0; category < label.size(); category++) {
            tables.add(table(schema, category).setTargetCategory(label.getValue(category)));
        }
        return new RegressionModel(MiningFunction.CLASSIFICATION, ModelUtil.createMiningSchema(label), tables)
                .setAlgorithmName("Gaussian naive Bayes")
                .setNormalizationMethod(RegressionModel.NormalizationMethod.SOFTMAX);
    }

    private RegressionTable table(Schema schema, int category) {
        NaiveBayesModel model = getModel();
        double intercept = model.pi().apply(category);
        List<Feature> squares = new ArrayList<>();
        List<Double> coefficients = new ArrayList<>();
        for (int index = 0; index < schema.getFeatures().size(); index++) {
            double variance = model.sigma().apply(category, index);
            intercept -= Math.log(variance) / 2;
            coefficients.add(-1 / (2 * variance));
            squares.add(square(schema, index, category, model.theta().apply(category, index)));
        }
        return RegressionModelUtil.createRegressionTable(squares, coefficients, intercept);
    }

    private static Feature square(Schema schema, int index, int category, double mean) {
        PMMLEncoder encoder = schema.getEncoder();
        ContinuousFeature feature = schema.getFeature(index).toContinuousFeature();
        DerivedField field = encoder.createDerivedField(
                "squaredDistance(" + feature.getName() + ", " + category + ")",
                OpType.CONTINUOUS,
                DataType.DOUBLE,
                ExpressionUtil.createApply(PMMLFunctions.MULTIPLY, distance(feature, mean), distance(feature, mean)));
        return new ContinuousFeature(encoder, field);
    }

    private static Expression distance(ContinuousFeature feature, double mean) {
        return ExpressionUtil.createApply(PMMLFunctions.SUBTRACT, feature.ref(), ExpressionUtil.createConstant(mean));
    }
}
