package io.vigie.training.export;

import io.vigie.training.prepare.Feature;
import io.vigie.training.prepare.Feature.Categories;
import io.vigie.training.prepare.TrainingSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dmg.pmml.Application;
import org.dmg.pmml.DataType;
import org.dmg.pmml.Header;
import org.dmg.pmml.MiningField;
import org.dmg.pmml.MissingValueTreatmentMethod;
import org.dmg.pmml.Model;
import org.dmg.pmml.OpType;
import org.dmg.pmml.Output;
import org.dmg.pmml.OutputField;
import org.dmg.pmml.PMML;
import org.dmg.pmml.ResultFeature;
import org.dmg.pmml.VerificationField;
import org.jpmml.converter.ModelUtil;
import org.jpmml.converter.mining.MiningModelUtil;

/** What the scoring side asks of a document and JPMML-SparkML does otherwise. */
final class Polish {

    /** The one output: the probability of 1. */
    static final String PROBABILITY = "probability";

    private static final double PRECISION = 1e-9;
    private static final double ZERO = 1e-12;

    private Polish() {}

    static void header(PMML document, String algorithm) {
        document.setHeader(new Header()
                .setDescription(algorithm + "; see card.md")
                .setApplication(new Application("vigie train").setVersion("0.1.0")));
    }

    /** One probability instead of two, and no second output that says 0 or 1. */
    static void output(Model model) {
        MiningModelUtil.getFinalModel(model)
                .setOutput(new Output()
                        .addOutputFields(new OutputField(PROBABILITY, OpType.CONTINUOUS, DataType.DOUBLE)
                                .setResultFeature(ResultFeature.PROBABILITY)
                                .setValue(1)));
    }

    /** A word that is missing is the category that training made of empty cells. */
    static void gaps(Model model, TrainingSet set) {
        Set<String> words = set.features().stream()
                .filter(feature -> feature instanceof Categories && feature.hasGaps())
                .map(Feature::name)
                .collect(Collectors.toSet());
        for (MiningField field : model.requireMiningSchema().getMiningFields()) {
            if (words.contains(field.getName())) {
                field.setMissingValueReplacement(Categories.NONE)
                        .setMissingValueTreatment(MissingValueTreatmentMethod.AS_VALUE);
            }
        }
    }

    static void verification(Model model, TrainingSet set, List<List<Object>> rows, double[] probabilities) {
        Set<String> inputs = model.requireMiningSchema().getMiningFields().stream()
                .filter(field -> field.getUsageType() == MiningField.UsageType.ACTIVE)
                .map(MiningField::getName)
                .collect(Collectors.toSet());
        Map<VerificationField, List<?>> data = new LinkedHashMap<>();
        for (int index = 0; index < set.features().size(); index++) {
            int column = index;
            String name = set.features().get(index).name();
            if (inputs.contains(name)) {
                data.put(
                        ModelUtil.createVerificationField(name),
                        rows.stream().map(row -> row.get(column)).toList());
            }
        }
        List<Double> expected = new ArrayList<>();
        for (double probability : probabilities) {
            expected.add(probability);
        }
        data.put(
                ModelUtil.createVerificationField(PROBABILITY)
                        .setPrecision(PRECISION)
                        .setZeroThreshold(ZERO),
                expected);
        model.setModelVerification(ModelUtil.createModelVerification(data));
    }
}
