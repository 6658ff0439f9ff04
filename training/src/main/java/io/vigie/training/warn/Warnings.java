package io.vigie.training.warn;

import io.vigie.training.prepare.TrainingSet;
import io.vigie.training.readdata.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** All that is to be said about the data. */
public final class Warnings {

    private static final int FEW = 100;

    /** P. Peduzzi and others, Journal of Clinical Epidemiology 49 (1996): about ten events for each variable. */
    private static final int FEW_FOR_EACH = 10;

    private Warnings() {}

    /** In the order in which they are told; none is not a promise that all is well. */
    public static List<Warning> about(Table table, TrainingSet set) {
        List<Warning> warnings = new ArrayList<>(SortedByClass.in(set.y()));
        warnings.addAll(LeakingFeature.in(set));
        warnings.addAll(FilledForOne.in(set));
        for (String column : table.columns()) {
            List<String> cells = table.cells(column);
            if (!column.equals(set.target()) && new HashSet<>(cells).size() == 1) {
                warnings.add(new Warning(
                        "constant-column",
                        column + " has the same value in every row, so nothing can be learnt from it."));
            }
        }
        warnings.addAll(fewPositives(set));
        return warnings;
    }

    private static List<Warning> fewPositives(TrainingSet set) {
        int rarer = Math.min(set.positives(), set.rows() - set.positives());
        int needed = Math.max(FEW, FEW_FOR_EACH * set.features().size());
        return rarer < needed
                ? List.of(new Warning(
                        "few-positives",
                        "Only %d rows have the rarer outcome; with %d columns to learn from, fewer than %d make every figure here unsteady."
                                .formatted(rarer, set.features().size(), needed)))
                : List.of();
    }
}
