package io.vigie.command.uploadmodel;

import io.vigie.contracts.features.ChurnFeatures;
import io.vigie.pmml.Model;
import io.vigie.pmml.Models;
import io.vigie.pmml.Range;
import io.vigie.pmml.Reference;
import io.vigie.pmml.UploadRules;
import io.vigie.pmml.Uploads;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a document must do to score clients: ask for what they have, and answer with one probability. */
@Component
class ChurnDemands {

    static final String NAME = ChurnFeatures.MODEL;

    private final RegisteredFeatures registered;

    ChurnDemands(RegisteredFeatures registered) {
        this.registered = registered;
    }

    /** Features of clients, tried with those of real ones. */
    UploadRules rules() {
        return new UploadRules(
                Optional.of(Set.copyOf(OfThisBuild.MODEL.inputs())), registered.newest(), UploadRules.BUDGET);
    }

    /**
     * What explanations will start from: what was given, or else what the model of this build has for these inputs.
     *
     * @throws io.vigie.pmml.ModelRefused when the document gives no probability with it, or explains it too slowly
     */
    GivenReference reference(byte[] document, List<String> inputs, GivenReference given) {
        GivenReference reference = (given.isEmpty() ? ofThisBuild() : given).of(inputs);
        for (String input : inputs) {
            if (!(reference.referencePoint().get(input) instanceof Double)
                    || !reference.trainingRanges().containsKey(input)) {
                throw CheckingUpload.refused(
                        "MiningField",
                        "the reference doesn't have a number and a range for each input of the model",
                        "Give the reference.json that training wrote beside this document, or none.");
            }
        }
        Map<String, Double> point = new LinkedHashMap<>();
        inputs.forEach(
                input -> point.put(input, (Double) reference.referencePoint().get(input)));
        Uploads.mustExplainInTime(Models.uploaded(NAME, 1, document, new Reference(point, reference.trainingRanges())));
        return reference;
    }

    private static GivenReference ofThisBuild() {
        Map<String, Object> point = new LinkedHashMap<>(OfThisBuild.MODEL.referencePoint());
        Map<String, Range> ranges = OfThisBuild.MODEL.trainingRanges();
        return new GivenReference(point, ranges);
    }

    /** Loaded when somebody needs it. */
    private static final class OfThisBuild {
        static final Model MODEL = Models.committed(NAME, 1);
    }
}
