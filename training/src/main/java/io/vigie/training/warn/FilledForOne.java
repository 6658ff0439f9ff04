package io.vigie.training.warn;

import io.vigie.training.prepare.Feature;
import io.vigie.training.prepare.Feature.Categories;
import io.vigie.training.prepare.Feature.Numbers;
import io.vigie.training.prepare.TrainingSet;
import java.util.List;
import java.util.stream.IntStream;

/** A column that has something in it only where the outcome is the same: it was filled in because of the outcome. */
final class FilledForOne {

    /** How improbable it must be that chance alone filled only those. */
    private static final double SURPRISE = 1e-6;

    private FilledForOne() {}

    static List<Warning> in(TrainingSet set) {
        return set.features().stream()
                .filter(Feature::hasGaps)
                .flatMap(feature -> in(feature, set).stream())
                .toList();
    }

    private static List<Warning> in(Feature feature, TrainingSet set) {
        int[] filled = IntStream.range(0, set.rows())
                .filter(row -> isFilled(feature, row))
                .toArray();
        long positive = IntStream.of(filled).filter(row -> set.y()[row] == 1).count();
        double share = (double) set.positives() / set.rows();
        boolean onlyPositive = positive == filled.length && Math.pow(share, filled.length) < SURPRISE;
        boolean onlyNegative = positive == 0 && Math.pow(1 - share, filled.length) < SURPRISE;
        return onlyPositive || onlyNegative
                ? List.of(new Warning(
                        "leaking-feature",
                        "%s is filled in %d rows, all of which are %s: it was probably written down after the outcome; leave it out by --drop %s unless it is known beforehand."
                                .formatted(
                                        feature.name(),
                                        filled.length,
                                        onlyPositive ? "positive" : "negative",
                                        feature.name())))
                : List.of();
    }

    private static boolean isFilled(Feature feature, int row) {
        return feature instanceof Numbers numbers
                ? !Double.isNaN(numbers.values()[row])
                : !Categories.NONE.equals(((Categories) feature).values()[row]);
    }
}
