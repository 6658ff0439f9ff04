package io.vigie.training.fit;

import java.time.Duration;
import java.util.List;
import org.apache.spark.ml.PipelineModel;

/**
 * A candidate, judged and fitted.
 *
 * @param outOfFold for each repeat the probability of each row, by a model that has not seen the row, 0–1
 * @param settings what was chosen in each fold of each repeat
 * @param setting what was chosen on all rows, for the model that is kept
 * @param model fitted on all rows
 * @param inSample the probability of each row by that model, 0–1; it has seen them, so they judge nothing
 * @param time by the clock on the wall, all of it
 */
public record Trained(
        Candidate candidate,
        double[][] outOfFold,
        List<Setting> settings,
        Setting setting,
        PipelineModel model,
        double[] inSample,
        Duration time) {}
