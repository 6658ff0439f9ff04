package io.vigie.query.evaluatemodel;

import io.vigie.pmml.Answer;
import io.vigie.pmml.AnyModel;
import io.vigie.pmml.Explaining;
import io.vigie.pmml.Reasons;
import io.vigie.query.evaluatemodel.Evaluated.Explained;
import io.vigie.query.knownmodels.KnownVersion;
import io.vigie.query.knownmodels.ModelDocuments;
import io.vigie.query.reasonwords.ModelInputs;
import io.vigie.web.Rejected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks a version for each record by itself: what is wrong with one is nothing against the others. */
@Component
class Evaluations {

    private static final Logger LOG = LoggerFactory.getLogger(Evaluations.class);

    private final ModelDocuments documents;
    private final ModelInputs inputs;

    Evaluations(ModelDocuments documents, ModelInputs inputs) {
        this.documents = documents;
        this.inputs = inputs;
    }

    /**
     * In the order of the records.
     *
     * @param language in which explanations are told
     * @throws Rejected 422 when an explanation is asked for that there can't be
     */
    List<Evaluated> of(KnownVersion version, AnyModel model, AskedRecords asked, Locale language) {
        if (!asked.explain()) {
            return asked.records().stream()
                    .map(given -> evaluated(model, given))
                    .toList();
        }
        demandExplainable(model);
        List<Map<String, Object>> background = asked.background().isEmpty()
                ? List.of(reference(version))
                : asked.background().stream().map(Evaluations::present).toList();
        Explaining how = new Explaining(model.explainable().get(0), background, Explaining.PAIRS);
        SharesInWords words =
                SharesInWords.of(version, model, how, inputs.of(version.name(), version.version()), language);
        return asked.records().stream()
                .map(given -> explained(model, given, how, words))
                .toList();
    }

    private static void demandExplainable(AnyModel model) {
        if (model.explainable().isEmpty()) {
            throw Rejected.unprocessable(
                    "not-explainable",
                    "Not explainable",
                    "No output of this model is a number that could be explained: leave explain out.");
        }
    }

    /** What is null is missing, as what isn't there. */
    private static Map<String, Object> present(Map<String, @Nullable Object> given) {
        Map<String, Object> present = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (value != null) {
                present.put(name, value);
            }
        });
        return present;
    }

    private Map<String, Object> reference(KnownVersion version) {
        Map<String, Object> point = documents.of(version).referencePoint();
        if (point.isEmpty()) {
            throw Rejected.unprocessable(
                    "no-reference-point",
                    "No reference point",
                    "This version was uploaded without a reference point, from which explanations start: send a"
                            + " background, leave explain out, or upload the model with one.");
        }
        return point;
    }

    /** Never throws: a failing model is the record's problem. */
    static Evaluated evaluated(AnyModel model, Map<String, ?> given) {
        Answer answer = model.evaluate(given);
        return answer instanceof Answer.Given ok
                ? new Evaluated(ok.outputs(), null, null)
                : Evaluated.problem(((Answer.Refused) answer).reason());
    }

    private static Evaluated explained(
            AnyModel model, Map<String, @Nullable Object> given, Explaining how, SharesInWords words) {
        Evaluated plain = evaluated(model, given);
        if (plain.outputs() == null) {
            return plain;
        }
        Reasons reasons = reasons(model, given, how);
        return reasons instanceof Reasons.Explained explained
                ? new Evaluated(plain.outputs(), Explained.of(explained, words.of(given, explained)), null)
                : new Evaluated(plain.outputs(), null, ((Reasons.Refused) reasons).reason());
    }

    private static Reasons reasons(AnyModel model, Map<String, @Nullable Object> given, Explaining how) {
        try {
            return model.explain(given, how);
        } catch (RuntimeException | StackOverflowError fault) {
            LOG.warn("An explanation failed with {}.", fault.getClass().getSimpleName());
            return new Reasons.Refused("The explanation failed.");
        }
    }
}
