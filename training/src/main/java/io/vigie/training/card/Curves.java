package io.vigie.training.card;

import io.vigie.training.judge.Calibration;
import io.vigie.training.judge.Curve;
import io.vigie.training.judge.Deciles;
import io.vigie.training.report.CandidateReport;
import java.util.List;

/**
 * How good the model is at every threshold, over rows that it hadn't learned from: each row once, by a model of the first
 * repeat that has not seen it. Few enough points to travel with every upload of the card.
 *
 * @param roc share of negatives flagged (x) against share of positives flagged (y), 0–1, from (0,0) to (1,1), at most 101
 *     points
 * @param precisionRecall share of positives flagged (x, recall) against share of the flagged that are positive (y,
 *     precision), 0–1, at most 101 points
 * @param calibration bins by rising probability, each with how many rows it has
 * @param deciles the tenth with the highest probabilities first
 */
public record Curves(
        List<Curve.Point> roc,
        List<Curve.Point> precisionRecall,
        List<Calibration.Bin> calibration,
        List<Deciles.Decile> deciles) {

    private static final int POINTS = 101;

    static Curves of(CandidateReport candidate) {
        return new Curves(
                Curve.thinned(candidate.roc(), POINTS),
                Curve.thinned(candidate.precisionRecall(), POINTS),
                candidate.calibration(),
                candidate.deciles());
    }
}
