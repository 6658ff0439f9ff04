package io.vigie.query.whatif;

import io.vigie.contracts.score.Bands;
import io.vigie.contracts.score.ModelReference;
import io.vigie.pmml.Explanation;
import io.vigie.pmml.Explanation.Explained;
import io.vigie.pmml.Model;
import io.vigie.query.knownmodels.ReadyModels;
import io.vigie.query.reasonwords.InputFacts;
import io.vigie.query.reasonwords.ModelInputs;
import io.vigie.web.Rejected;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the model that scored a client once more, with other values. */
@Component
class WhatIf {

    private static final Logger LOG = LoggerFactory.getLogger(WhatIf.class);

    private final LastScores scores;
    private final ReadyModels models;
    private final ModelInputs inputs;
    private final Bands bands;

    WhatIf(LastScores scores, ReadyModels models, ModelInputs inputs, Bands bands) {
        this.scores = scores;
        this.models = models;
        this.inputs = inputs;
        this.bands = bands;
    }

    /**
     * The risk that is shown, and the one with these features.
     *
     * @param language in which reasons are told
     * @throws Rejected 409 when the client has no score, or one of a model that isn't here; 422 when the model has no answer
     */
    WhatIfAnswer of(String clientId, Map<String, Double> changed, Locale language) {
        LastScore last = scores.findFirstByClientIdAndHandledTrueOrderByScoreSequenceDesc(clientId)
                .filter(score -> score.band().isPresent())
                .orElseThrow(() -> Rejected.conflict(
                        "client-without-score",
                        "Client without a score",
                        "The client has no score that holds: it wasn't scored yet, can't be, or has left."));
        Model model = models.scoring(last.modelName, last.modelSha256)
                .orElseThrow(() -> Rejected.conflict(
                        "model-not-here",
                        "Model not here",
                        "The client was scored by a model that can't be asked again; it can once it is scored anew."));
        Map<String, Double> given = last.given();
        Map<String, Double> other = new TreeMap<>(given);
        other.putAll(changed);
        return new WhatIfAnswer(
                clientId,
                last.clientVersion,
                new ModelReference(model.name(), model.version(), model.sha256(), last.engine),
                estimate(model, given, language).in(last.band().orElseThrow()),
                estimate(model, other, language));
    }

    private Estimate estimate(Model model, Map<String, Double> features, Locale language) {
        if (explain(model, features) instanceof Explained explained) {
            InputFacts facts = inputs.of(model.name(), model.version());
            return Estimate.of(model, bands, features, explained, facts, language);
        }
        throw Rejected.unprocessable("no-answer", "No answer", "The model has no answer for these values; try others.");
    }

    private static Explanation explain(Model model, Map<String, Double> features) {
        try {
            return model.explain(features);
        } catch (RuntimeException | StackOverflowError fault) {
            LOG.warn(
                    "The model {} version {} failed with {}.",
                    model.name(),
                    model.version(),
                    fault.getClass().getSimpleName());
            return new Explanation.Refused("The model failed.");
        }
    }
}
