package io.vigie.training.export;

import io.vigie.training.fit.Engine;
import io.vigie.training.fit.Trained;
import io.vigie.training.fit.Transforming;
import io.vigie.training.prepare.TrainingSet;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.apache.spark.ml.Transformer;
import org.dmg.pmml.Model;
import org.dmg.pmml.PMML;
import org.jpmml.model.JAXBSerializer;
import org.jpmml.sparkml.FeatureConverter;
import org.jpmml.sparkml.ModelConverter;
import org.jpmml.sparkml.SparkMLEncoder;
import org.jpmml.sparkml.TransformerConverter;

/** Writes a fitted pipeline as PMML 4.4, in the form that the scoring side asks for. */
public final class PmmlDocument {

    private PmmlDocument() {}

    /**
     * The document, the same bytes for the same model: no time and no random name is in it.
     *
     * @param name of the model, for instance {@code churn}
     * @param seed for the verification rows
     */
    public static byte[] write(Engine engine, TrainingSet set, Trained trained, String name, long seed) {
        SparkMLEncoder encoder = new SparkMLEncoder(Transforming.schema(set), new Converters());
        Model model = model(trained.model().stages(), encoder);
        PMML document = encoder.encodePMML(model);
        model.setModelName(name);
        Polish.header(document, trained.candidate().told());
        Polish.output(model);
        Polish.gaps(model, set);
        List<List<Object>> rows = VerificationRows.draw(set, seed);
        Polish.verification(model, set, rows, Transforming.probabilities(engine, set, trained.model(), rows));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new JAXBSerializer().serializePretty(document, bytes);
        } catch (JAXBException fault) {
            throw new IllegalStateException("the document can't be written", fault);
        }
        return bytes.toByteArray();
    }

    private static Model model(Transformer[] stages, SparkMLEncoder encoder) {
        Converters converters = new Converters();
        for (Transformer stage : stages) {
            TransformerConverter<?> converter = converters.newConverter(stage);
            if (converter instanceof FeatureConverter<?> feature) {
                feature.registerFeatures(encoder);
            } else if (converter instanceof ModelConverter<?> last) {
                return last.registerModel(encoder);
            }
        }
        throw new IllegalArgumentException("the pipeline doesn't end with a model");
    }
}
