package io.vigie.scoring.scoreclient;

import io.vigie.contracts.features.ChurnFeatures;
import io.vigie.pmml.Evaluation;
import io.vigie.pmml.Explanation;
import io.vigie.pmml.Model;
import io.vigie.pmml.Range;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A fault that no document of ours has, which is why it is made by hand. */
final class Overflowing implements Model {
    @Override
    public String name() {
        return "overflowing";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String sha256() {
        return "0".repeat(64);
    }

    @Override
    public String engine() {
        return "none";
    }

    @Override
    public List<String> inputs() {
        return ChurnFeatures.NAMES;
    }

    @Override
    public Map<String, Double> referencePoint() {
        return ScoringDriver.CHURN.referencePoint();
    }

    @Override
    public Map<String, Range> trainingRanges() {
        return ScoringDriver.CHURN.trainingRanges();
    }

    @Override
    public Evaluation evaluate(Map<String, Double> features) {
        throw new StackOverflowError();
    }

    @Override
    public Explanation explain(Map<String, Double> features) {
        throw new StackOverflowError();
    }

    @Override
    public Explanation explain(Map<String, Double> features, Duration limit) {
        throw new StackOverflowError();
    }
}
