package io.vigie.training.report;

import io.vigie.training.prepare.LeftOut;
import io.vigie.training.warn.Warning;
import java.util.List;

/**
 * All that a run found out: report.json is this, report.html is made of it. Names of fields don't change; README.md tells
 * what they mean.
 *
 * @param format of this record, 1
 * @param trainedAt ISO 8601, UTC
 * @param seconds of the whole run
 * @param best key of the candidate with the highest mean AUC
 * @param champion key of the simplest candidate within one standard error of it
 */
public record Report(
        int format,
        String name,
        String trainedBy,
        String trainedAt,
        double seconds,
        String machine,
        Data data,
        Split split,
        List<Warning> warnings,
        Baseline baseline,
        List<CandidateReport> candidates,
        String best,
        String champion,
        String championBecause) {

    /**
     * What was learnt from.
     *
     * @param positive the word of the target that counts as 1
     */
    public record Data(
            String source,
            String sha256,
            int rows,
            int positives,
            String target,
            String positive,
            List<FeatureFacts> features,
            List<LeftOut> leftOut) {}

    /**
     * How the rows were cut.
     *
     * @param quick whether the small grids were used
     * @param places how many rows can be looked after
     * @param capacity the same in words
     */
    public record Split(
            int folds, int repeats, int innerFolds, long seed, boolean quick, int places, String capacity) {}

    /** The candidate of that key. */
    public CandidateReport candidate(String key) {
        return candidates.stream()
                .filter(candidate -> candidate.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
