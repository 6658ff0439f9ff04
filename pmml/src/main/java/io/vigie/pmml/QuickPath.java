package io.vigie.pmml;

import io.vigie.pmml.check.DocumentCheck;
import io.vigie.pmml.compiled.CompiledModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a plain model its answers without the evaluator, once it has proved that they are the same. */
final class QuickPath {

    private static final Logger LOG = LoggerFactory.getLogger(QuickPath.class);

    private QuickPath() {}

    /**
     * The model with a predictor, or as it is when its document isn't plain or the predictor differs from the evaluator.
     *
     * @param category whose probability is the risk; null when it is a predicted number
     */
    static PmmlModel of(PmmlModel model, DocumentCheck.Passed passed, @Nullable String category) {
        Optional<CompiledModel> compiled = CompiledModel.of(passed.root(), model.inputs(), category);
        if (compiled.isEmpty()) {
            return model;
        }
        List<Map<String, Double>> rows = VerificationRows.of(passed.root(), model.inputs());
        if (new Proof(model, passed.steps())
                .holds(compiled.get(), compiled.get().edges(), rows)) {
            return model.with(compiled.get());
        }
        LOG.info(
                "The model {} version {} is left to the evaluator: in arrays it gives other answers.",
                model.name(),
                model.version());
        return model;
    }
}
