package io.vigie.training.fit;

import static org.apache.spark.sql.functions.col;

import io.vigie.training.judge.Quality;
import io.vigie.training.prepare.TrainingSet;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One candidate on one training part: the setting with the smallest mean log-loss over the inner folds. AUC would not do: it
 * sees only the order, so a penalty that shrinks every probability to the mean costs it nothing.
 */
record Choosing(TrainingSet set, Candidate candidate, List<Setting> grid, int innerFolds, long seed, Runnable fitted) {

    /**
     * Chooses.
     *
     * @param cut the column with the inner folds; rows with −1 have no part in it
     */
    Setting choose(Dataset<Row> rows, String cut) {
        if (grid.size() == 1) {
            return grid.get(0);
        }
        double[] loss = new double[grid.size()];
        for (int inner = 0; inner < innerFolds; inner++) {
            Dataset<Row> training = rows.filter(col(cut).geq(0).and(col(cut).notEqual(inner)));
            Dataset<Row> test = rows.filter(col(cut).equalTo(inner));
            PipelineModel prepared =
                    Stages.pipeline(set.features(), candidate.indicators()).fit(training);
            Dataset<Row> vectors = prepared.transform(training);
            for (int index = 0; index < loss.length; index++) {
                Transformer model = fit(vectors, grid.get(index));
                loss[index] += loss(model.transform(prepared.transform(test)));
            }
        }
        int best = 0;
        for (int index = 1; index < loss.length; index++) {
            best = loss[index] < loss[best] ? index : best;
        }
        return grid.get(best);
    }

    Transformer fit(Dataset<Row> vectors, Setting setting) {
        Transformer model =
                Estimators.of(candidate, setting, set.target(), seed).fit(vectors);
        fitted.run();
        return model;
    }

    private double loss(Dataset<Row> judged) {
        List<Row> rows = judged.select(Frame.ROW, "probability").collectAsList();
        return Quality.logLoss(
                rows.stream().mapToDouble(Choosing::probability).toArray(),
                rows.stream().mapToInt(row -> set.y()[row.getInt(0)]).toArray());
    }

    static double probability(Row row) {
        return row.<Vector>getAs(1).apply(1);
    }
}
