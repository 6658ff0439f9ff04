package io.vigie.training.report;

import io.vigie.training.judge.Quality;
import io.vigie.training.judge.Spread;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The spread of each measure over the folds; {@link Quality} says what they are. */
public record Measures(Spread auc, Spread averagePrecision, Spread logLoss, Spread brier, Spread accuracy, Spread f1) {

    /**
     * Of one quality per fold.
     *
     * @param folds as in {@link Spread#of}
     */
    public static Measures of(List<Quality> qualities, int folds) {
        return new Measures(
                spread(qualities, Quality::auc, folds),
                spread(qualities, Quality::averagePrecision, folds),
                spread(qualities, Quality::logLoss, folds),
                spread(qualities, Quality::brier, folds),
                spread(qualities, Quality::accuracy, folds),
                spread(qualities, Quality::f1, folds));
    }

    private static Spread spread(List<Quality> qualities, ToDoubleFunction<Quality> measure, int folds) {
        return Spread.of(qualities.stream().mapToDouble(measure).toArray(), folds);
    }
}
