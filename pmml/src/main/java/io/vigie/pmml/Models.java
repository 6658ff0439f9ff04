package io.vigie.pmml;

import io.vigie.pmml.check.DocumentCheck;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.dmg.pmml.ResultFeature;
import org.jpmml.evaluator.InputField;
import org.jpmml.evaluator.LoadingModelEvaluatorBuilder;
import org.jpmml.evaluator.ModelEvaluator;
import org.jpmml.evaluator.OutputField;
import tools.jackson.databind.json.JsonMapper;

/** Where models come from. */
public final class Models {

    private Models() {}

    /**
     * A model of this build, from {@code pmml/<name>/<version>/}.
     *
     * @throws ModelRefused when its document isn't fit for use
     * @throws IllegalArgumentException when there is none of that name and version
     */
    public static Model committed(String name, int version) {
        String folder = "/pmml/" + name + "/" + version + "/";
        Reference reference = JsonMapper.shared().readValue(resource(folder + "reference.json"), Reference.class);
        return load(name, version, resource(folder + "model.pmml"), reference);
    }

    private static byte[] resource(String path) {
        try (InputStream stream = Models.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no " + path);
            }
            return stream.readAllBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /**
     * A model from its document: checked, verified with its own rows, and asked at the corners of what it was trained on.
     *
     * @throws ModelRefused when the document isn't fit for use
     */
    public static Model load(String name, int version, byte[] document, Reference reference) {
        DocumentCheck.Passed passed = new ModelCheck().verified(document);
        try {
            return trusted(new ModelId(name, version, sha256(document)), passed, document, reference);
        } catch (ModelRefused refused) {
            throw refused;
        } catch (Exception | StackOverflowError | AssertionError fault) {
            throw new ModelRefused(
                    "PMML", "the evaluator can't use it: " + fault.getClass().getSimpleName(), fault);
        }
    }

    /**
     * A model from a document of any kind that passed {@link Uploads#accept}, as one whose answer is a risk: the probability of
     * the positive category of a classification (1, true, yes, y, churn, left or positive, else the only one that is
     * declared), or what a regression predicts as long as that is between 0 and 1. It is checked again, but not against
     * the clock, and asked at the reference point and at the corners of what it was trained on.
     *
     * @param reference of at least the model's inputs
     * @throws ModelRefused when the document isn't in order, asks for other than 1 to 12 numbers or for one without
     *     reference, or its answer is no risk; caused by {@link Room.Missing} when there is no room for it in the heap
     */
    public static Model uploaded(String name, int version, byte[] document, Reference reference) {
        ModelId id = new ModelId(name, version, sha256(document));
        try {
            return Room.with(Room.of(document), () -> UploadedModel.of(id, document, reference, PmmlModel.LIMIT));
        } catch (StackOverflowError fault) {
            throw new ModelRefused("PMML", "it nests too deep to be read", fault);
        }
    }

    private static Model trusted(ModelId id, DocumentCheck.Passed passed, byte[] document, Reference reference)
            throws Exception {
        LoadingModelEvaluatorBuilder builder = new LoadingModelEvaluatorBuilder()
                .load(new ByteArrayInputStream(document))
                .transform(new FunctionNames());
        ModelEvaluator<?> evaluator = builder.build();
        evaluator.verify();
        List<String> inputs =
                evaluator.getInputFields().stream().map(InputField::getName).toList();
        if (!Set.copyOf(inputs).equals(reference.referencePoint().keySet())) {
            throw new ModelRefused("MiningSchema", "the model asks for other inputs than we supply");
        }
        if (inputs.isEmpty() || inputs.size() > Shapley.MOST_PLAYERS) {
            throw new ModelRefused("MiningSchema", "there must be 1 to " + Shapley.MOST_PLAYERS + " inputs");
        }
        Risk risk = Risk.declared(probabilityOf(evaluator));
        PmmlModel model = new PmmlModel(id, reference, evaluator, risk, inputs, PmmlModel.LIMIT);
        trial(model);
        return QuickPath.of(model, passed, risk.category());
    }

    private static OutputField probabilityOf(ModelEvaluator<?> evaluator) {
        List<OutputField> probabilities = evaluator.getOutputFields().stream()
                .filter(field -> field.getField().getResultFeature() == ResultFeature.PROBABILITY)
                .filter(field -> field.getField().getValue() != null)
                .toList();
        if (probabilities.size() != 1) {
            throw new ModelRefused("Output", "there must be exactly one probability of a category");
        }
        return probabilities.get(0);
    }

    private static void trial(Model model) {
        mustScore(model, model.referencePoint());
        model.trainingRanges()
                .forEach((input, range) -> List.of(range.min(), range.max()).forEach(corner -> {
                    Map<String, Double> features = new LinkedHashMap<>(model.referencePoint());
                    features.put(input, corner);
                    mustScore(model, features);
                }));
    }

    private static void mustScore(Model model, Map<String, Double> features) {
        if (model.evaluate(features) instanceof Evaluation.Refused refused) {
            throw new ModelRefused("PMML", "a trial evaluation failed: " + refused.reason());
        }
    }

    static String sha256(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String engine() {
        try (InputStream stream = Models.class.getResourceAsStream("engine.properties")) {
            Properties properties = new Properties();
            properties.load(stream);
            return Optional.ofNullable(properties.getProperty("engine")).orElseThrow();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
