package io.vigie.pmml;

import io.vigie.pmml.check.DocumentCheck;
import io.vigie.pmml.check.Harmless;
import io.vigie.pmml.describe.Schema;
import io.vigie.pmml.describe.Schema.Input;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes risk models of other people's documents. */
final class UploadedModel {

    private UploadedModel() {}

    /**
     * As {@link Models#uploaded}.
     *
     * @param limit how long an explanation may take
     */
    static Model of(ModelId id, byte[] document, Reference reference, Duration limit) {
        DocumentCheck.Passed passed = new ModelCheck().document(document);
        Engine.Built built = Engine.build(document);
        List<String> inputs = inputs(SchemaReader.read(built, passed), reference);
        Risk risk = Risk.of(built.evaluator());
        PmmlModel slow = new PmmlModel(id, reference.of(inputs), built.evaluator(), risk, inputs, limit);
        trial(slow);
        Model model = QuickPath.of(slow, passed, risk.category());
        mustExplain(model);
        return model;
    }

    private static List<String> inputs(Schema schema, Reference reference) {
        List<Input> inputs = schema.inputs();
        if (inputs.isEmpty() || inputs.size() > Shapley.MOST_PLAYERS) {
            throw new ModelRefused(
                    "MiningSchema",
                    "there must be 1 to " + Shapley.MOST_PLAYERS + " inputs",
                    "Train it with the inputs that matter most.");
        }
        for (Input input : inputs) {
            if (!input.numeric()) {
                throw new ModelRefused(
                        "MiningField",
                        "the input " + Harmless.name(input.name()) + " is not a number",
                        "Train it with numbers only, for instance 0 and 1 for no and yes.");
            }
            if (!reference.referencePoint().containsKey(input.name())) {
                throw new ModelRefused(
                        "MiningField",
                        "there is no reference value for the input " + Harmless.name(input.name()),
                        "Give its mean and its range in training, or train it without this input.");
            }
        }
        return inputs.stream().map(Input::name).toList();
    }

    private static void trial(Model model) {
        mustScore(model, model.referencePoint(), "at the reference point");
        model.trainingRanges()
                .forEach((input, range) -> List.of(range.min(), range.max()).forEach(corner -> {
                    Map<String, Double> features = new LinkedHashMap<>(model.referencePoint());
                    features.put(input, corner);
                    mustScore(model, features, "at the end of the training range of " + Harmless.name(input));
                }));
    }

    /** Reasons are asked for with every score: every coalition of a slow model would hold up everybody. */
    private static void mustExplain(Model model) {
        Map<String, Double> features = new LinkedHashMap<>();
        model.trainingRanges().forEach((input, range) -> features.put(input, range.max()));
        if (model.explain(features) instanceof Explanation.Refused refused
                && refused.reason().equals(Deadline.OVER)) {
            throw new ModelRefused(
                    "PMML", "to explain an answer takes too long", "Export a smaller model, or one with fewer inputs.");
        }
    }

    private static void mustScore(Model model, Map<String, Double> features, String where) {
        if (!(model.evaluate(features) instanceof Evaluation.Refused refused)) {
            return;
        }
        if (refused.reason().equals(PmmlModel.NO_PROBABILITY)) {
            throw new ModelRefused(
                    "Output",
                    "its answer " + where + " is not between 0 and 1",
                    "Export a classification with the probability of its categories.");
        }
        throw new ModelRefused(
                "PMML",
                "it gives no answer " + where + ": " + refused.reason(),
                "Compare the model's fields with the reference point and the training ranges.");
    }
}
