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
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Asks a version for each record by itself: what is wrong with one is nothing against the others. */
@Component
class Evaluations {

    private static final Logger LOG = LoggerFactory.getLogger(Evaluations.class);

    private static final Evaluated LATE =
            Evaluated.problem("Not evaluated: the time for all records of a request is over. Ask for fewer at once.");

    private final ModelDocuments documents;
    private final ModelInputs inputs;
    private final Duration limit;
    private final LongSupplier nanos;

    @Autowired
    Evaluations(ModelDocuments documents, ModelInputs inputs, EvaluationSettings settings) {
        this(documents, inputs, settings.limit(), System::nanoTime);
    }

    Evaluations(ModelDocuments documents, ModelInputs inputs, Duration limit, LongSupplier nanos) {
        this.documents = documents;
        this.inputs = inputs;
        this.limit = limit;
        this.nanos = nanos;
    }

    /**
     * In the order of the records. What isn't begun within the limit isn't evaluated, and told so.
     *
     * @param language in which explanations are told
     * @throws Rejected 422 when an explanation is asked for that there can't be
     */
    List<Evaluated> of(KnownVersion version, AnyModel model, AskedRecords asked, Locale language) {
        if (!asked.explain()) {
            return withinTheLimit(asked, (given, left) -> evaluated(model, given));
        }
        demandExplainable(model);
        List<Map<String, Object>> background = asked.background().isEmpty()
                ? List.of(reference(version))
                : asked.background().stream().map(Evaluations::present).toList();
        Explaining how = new Explaining(model.explainable().get(0), background, Explaining.PAIRS);
        SharesInWords words =
                SharesInWords.of(version, model, how, inputs.of(version.name(), version.version()), language);
        return withinTheLimit(asked, (given, left) -> explained(model, given, within(left, how), words));
    }

    /** Says something of a record in the time that is left. */
    private interface Asking {
        Evaluated of(Map<String, @Nullable Object> given, Duration left);
    }

    private List<Evaluated> withinTheLimit(AskedRecords asked, Asking asking) {
        long start = nanos.getAsLong();
        List<Evaluated> results = new ArrayList<>();
        for (Map<String, @Nullable Object> given : asked.records()) {
            Duration left = limit.minusNanos(nanos.getAsLong() - start);
            results.add(left.isNegative() || left.isZero() ? LATE : asking.of(given, left));
        }
        return results;
    }

    private static Explaining within(Duration left, Explaining how) {
        return left.compareTo(how.limit()) >= 0
                ? how
                : new Explaining(how.output(), how.background(), how.pairs(), left);
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
