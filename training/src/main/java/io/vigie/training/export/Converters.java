package io.vigie.training.export;

import java.util.Map;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.classification.NaiveBayesModel;
import org.jpmml.sparkml.ConverterFactory;
import org.jpmml.sparkml.TransformerConverter;

/** JPMML-SparkML's converters, and ours for the one model that it doesn't know. */
final class Converters extends ConverterFactory {

    Converters() {
        super(Map.of());
    }

    @Override
    public TransformerConverter<?> newConverter(Transformer transformer) {
        return transformer instanceof NaiveBayesModel model
                        && model.getModelType().equals("gaussian")
                ? new GaussianNaiveBayesConverter(model)
                : super.newConverter(transformer);
    }
}
