package io.vigie.training.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vigie.contracts.sketch.Sketch;
import io.vigie.training.export.FitForScoring;
import io.vigie.training.judge.Calibration;
import io.vigie.training.judge.Confusion;
import io.vigie.training.judge.Curve;
import io.vigie.training.judge.Deciles;
import io.vigie.training.judge.PairedComparison;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One candidate.
 *
 * @param simplicity 1 is the simplest
 * @param setting of the model that is kept
 * @param settingsInFolds how often each setting was chosen
 * @param measures over all folds of all repeats
 * @param againstBest its AUC against that of the best, on the same folds; absent for the best itself
 * @param atCapacity what becomes of the rows of the first repeat when as many are flagged as can be looked after
 * @param atHalf the same at a threshold of 0.5
 * @param calibration of the first repeat: each row once, by a model that has not seen it; so are the curves and deciles
 * @param roc thinned to at most 200 points
 * @param precisionRecall thinned to at most 200 points
 * @param scores how the probabilities of the first repeat are distributed
 * @param seconds for all of its models
 * @param document what was exported
 */
public record CandidateReport(
        String key,
        String name,
        int simplicity,
        String setting,
        Map<String, Integer> settingsInFolds,
        Measures measures,
        boolean withinOneStandardErrorOfBest,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable AgainstBest againstBest,
        Confusion atCapacity,
        Confusion atHalf,
        List<Calibration.Bin> calibration,
        List<Curve.Point> roc,
        List<Curve.Point> precisionRecall,
        List<Deciles.Decile> deciles,
        Sketch scores,
        double seconds,
        Exported document) {

    /**
     * A difference and whether to believe it.
     *
     * @param comparison this minus the best
     * @param moreThanNoise whether p is below 0.05
     */
    public record AgainstBest(PairedComparison comparison, boolean moreThanNoise) {}

    /**
     * The exported document.
     *
     * @param path in the folder of the report
     * @param inputs what it asks for
     * @param largestDifference from Spark's probabilities over all rows
     */
    public record Exported(
            String path, String sha256, List<String> inputs, double largestDifference, FitForScoring scoring) {}
}
