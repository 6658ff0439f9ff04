package io.vigie.scoring.scoreclient;

import io.vigie.pmml.Evaluation;
import io.vigie.pmml.Explanation;
import io.vigie.pmml.Model;
import io.vigie.pmml.Range;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A model that takes its time for every answer, which goes by without anybody waiting for it. */
record Slow(Model model, MutableClock clock, Duration time) implements Model {

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public int version() {
        return model.version();
    }

    @Override
    public String sha256() {
        return model.sha256();
    }

    @Override
    public String engine() {
        return model.engine();
    }

    @Override
    public List<String> inputs() {
        return model.inputs();
    }

    @Override
    public Map<String, Double> referencePoint() {
        return model.referencePoint();
    }

    @Override
    public Map<String, Range> trainingRanges() {
        return model.trainingRanges();
    }

    @Override
    public Evaluation evaluate(Map<String, Double> features) {
        clock.advance(time);
        return model.evaluate(features);
    }

    @Override
    public Explanation explain(Map<String, Double> features) {
        return explain(features, Duration.ofDays(1));
    }

    /** Takes the time once for the plain answer and once for every coalition that there is time for. */
    @Override
    public Explanation explain(Map<String, Double> features, Duration limit) {
        Instant end = clock.instant().plus(limit);
        clock.advance(time);
        int coalitions = 1 << inputs().size();
        for (int asked = 0; asked < coalitions; asked++) {
            if (!clock.instant().isBefore(end)) {
                return model.explain(features, Duration.ZERO);
            }
            clock.advance(time);
        }
        return model.explain(features);
    }
}
