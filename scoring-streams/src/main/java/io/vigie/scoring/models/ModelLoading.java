package io.vigie.scoring.models;

import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.model.ModelArtefact.Limits;
import io.vigie.contracts.model.ModelDeployment.Choice;
import io.vigie.pmml.Model;
import io.vigie.pmml.ModelRefused;
import io.vigie.pmml.Models;
import io.vigie.pmml.Range;
import io.vigie.pmml.Reference;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * Makes a model of a document: checked, and asked often enough that the first client needn't wait for it.
 *
 * @param features the names of what there is to give to a model
 */
record ModelLoading(Set<String> features) {

    private static final int WARM_UPS = 400;
    private static final long WARM_UP_NANOS = 2_000_000_000L;

    /**
     * The model of the version.
     *
     * @param key of the record whose value has the document
     * @throws Unusable whatever is wrong with it
     */
    Model load(String key, byte[] value, Choice choice) throws Unusable {
        try {
            ModelArtefact artefact = Language.artefact(key, value);
            byte[] document = artefact.bytes();
            String sha256 = sha256(document);
            if (!sha256.equals(artefact.sha256()) || !sha256.equals(choice.sha256())) {
                throw new Unusable("The checksum of " + key + " isn't that of its document.");
            }
            Model model = Models.uploaded(artefact.name(), artefact.version(), document, reference(artefact));
            if (!features.containsAll(model.inputs())) {
                throw new Unusable(key + " asks for what there is not.");
            }
            warmUp(model);
            return model;
        } catch (Garbage reason) {
            throw new Unusable("The document of " + key + " can't be read: " + reason.getMessage());
        } catch (ModelRefused refused) {
            String sentence = key + " is refused: " + refused.element() + ": " + refused.reason() + ".";
            throw isOfTheMoment(refused) ? Unusable.forNow(sentence) : new Unusable(sentence);
        } catch (Unusable unusable) {
            throw unusable;
        } catch (Throwable fault) {
            // An Error too: a document that takes too much memory or stack must not end the process that scores.
            throw failed(key, fault);
        }
    }

    /** What is thrown that is no verdict on the document: it may have been too much for this moment only. */
    static Unusable failed(String key, Throwable fault) {
        return Unusable.forNow(key + " failed with " + fault.getClass().getSimpleName() + ".");
    }

    /** Too little memory or time isn't the document's fault alone; too little stack is. */
    private static boolean isOfTheMoment(ModelRefused refused) {
        for (Throwable cause = refused.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError
                    || cause instanceof TimeoutException
                    || cause instanceof InterruptedException) {
                return true;
            }
        }
        return false;
    }

    /** Of the inputs that are numbers; a model that asks for another one is refused for want of it. */
    private static Reference reference(ModelArtefact artefact) {
        Map<String, Double> point = new LinkedHashMap<>();
        Map<String, Range> ranges = new LinkedHashMap<>();
        artefact.referencePoint().forEach((input, value) -> {
            Limits limits = artefact.trainingRanges().get(input);
            if (value instanceof Number number && limits != null) {
                point.put(input, number.doubleValue());
                ranges.put(input, new Range(limits.min(), limits.max()));
            }
        });
        return new Reference(point, ranges);
    }

    /** The corners of what training saw, one after the other, as long as that is a matter of seconds. */
    private static void warmUp(Model model) {
        long end = System.nanoTime() + WARM_UP_NANOS;
        for (int corner = 0; corner < WARM_UPS && System.nanoTime() < end; corner++) {
            Map<String, Double> asked = new LinkedHashMap<>(model.referencePoint());
            int bit = 0;
            for (Map.Entry<String, Range> input : model.trainingRanges().entrySet()) {
                Range range = input.getValue();
                asked.put(input.getKey(), (corner >> bit++ % Integer.SIZE & 1) == 0 ? range.min() : range.max());
            }
            model.explain(asked);
        }
    }

    private static String sha256(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
