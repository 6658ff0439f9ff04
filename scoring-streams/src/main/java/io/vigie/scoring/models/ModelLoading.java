package io.vigie.scoring.models;

import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.model.ModelArtefact.Limits;
import io.vigie.contracts.model.ModelDeployment.Choice;
import io.vigie.pmml.Model;
import io.vigie.pmml.ModelRefused;
import io.vigie.pmml.Models;
import io.vigie.pmml.Range;
import io.vigie.pmml.Reference;
import io.vigie.pmml.Room;
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
 * @param making of a model from its document
 */
record ModelLoading(Set<String> features, Making making) {

    private static final int WARM_UPS = 400;

    /** Its bytes as they are received and as they are kept, its text as it is parsed and as it is kept, and the document. */
    private static final long BY_BYTE_OF_THE_RECORD = 6;

    private static final long WARM_UP_NANOS = 2_000_000_000L;

    ModelLoading(Set<String> features) {
        this(features, Models::uploaded);
    }

    /** What makes a model of a document. */
    interface Making {
        Model of(String name, int version, byte[] document, Reference reference);
    }

    /** Where a document comes from. */
    interface Source {
        byte[] value() throws Unusable;
    }

    /** What is left of a record of the topic: neither its bytes nor its text are held while the model is built. */
    private record Document(String name, int version, byte[] bytes, Reference reference) {}

    /**
     * The model of the version.
     *
     * @param key of the record whose value has the document
     * @param bytes of that value
     * @throws Unusable whatever is wrong with it
     */
    Model load(String key, int bytes, Source source, Choice choice) throws Unusable {
        try {
            // No error of memory can be caught where it ends the process, so there is a look before the value is read.
            Room.with(bytes * BY_BYTE_OF_THE_RECORD, () -> key);
            Document document = document(key, source.value(), choice);
            Model model = making.of(document.name(), document.version(), document.bytes(), document.reference());
            if (!features.containsAll(model.inputs())) {
                throw new Unusable(key + " asks for what there is not.");
            }
            warmUp(model);
            return model;
        } catch (Garbage reason) {
            throw new Unusable("The document of " + key + " can't be read: " + reason.getMessage());
        } catch (ModelRefused refused) {
            throw refused(key, refused);
        } catch (Unusable unusable) {
            throw unusable;
        } catch (Throwable fault) {
            // An Error too: a document that takes too much stack must not end the thread that reads the others.
            throw failed(key, fault);
        }
    }

    private static Document document(String key, byte[] value, Choice choice) throws Garbage, Unusable {
        ModelArtefact artefact = Language.artefact(key, value);
        byte[] document = artefact.bytes();
        String sha256 = sha256(document);
        if (!sha256.equals(artefact.sha256()) || !sha256.equals(choice.sha256())) {
            throw new Unusable("The checksum of " + key + " isn't that of its document.");
        }
        return new Document(artefact.name(), artefact.version(), document, reference(artefact));
    }

    /** What the refusal of a document means here. */
    static Unusable refused(String key, ModelRefused refused) {
        if (refused.getCause() instanceof Room.Missing) {
            return Unusable.forNow(key + " is unusable here: " + refused.reason() + ".");
        }
        String sentence = key + " is refused: " + refused.element() + ": " + refused.reason() + ".";
        return isOfTheMoment(refused) ? Unusable.forNow(sentence) : new Unusable(sentence);
    }

    /** What is thrown that is no verdict on the document: it may have been too much for this moment only. */
    private static Unusable failed(String key, Throwable fault) {
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
