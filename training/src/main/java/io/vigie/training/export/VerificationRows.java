package io.vigie.training.export;

import io.vigie.training.prepare.Feature;
import io.vigie.training.prepare.Feature.Categories;
import io.vigie.training.prepare.Feature.Numbers;
import io.vigie.training.prepare.TrainingSet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hipparchus.stat.StatUtils;

/** Rows to verify a document with, by lot over what training saw: none of them is a row of the data. */
final class VerificationRows {

    private static final int ROWS = 24;

    private VerificationRows() {}

    /** Cells in the order of the features, numbers as Double, words as String. */
    static List<List<Object>> draw(TrainingSet set, long seed) {
        Random random = new Random(seed);
        List<List<Object>> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            List<Object> cells = new ArrayList<>();
            for (Feature feature : set.features()) {
                cells.add(cell(feature, random));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static Object cell(Feature feature, Random random) {
        if (feature instanceof Categories categories) {
            List<String> words = Arrays.stream(categories.values())
                    .filter(word -> !word.equals(Categories.NONE))
                    .distinct()
                    .sorted()
                    .toList();
            return words.get(random.nextInt(words.size()));
        }
        double[] present = ((Numbers) feature).present();
        double min = StatUtils.min(present);
        double max = StatUtils.max(present);
        double drawn = min + random.nextDouble() * (max - min);
        return BigDecimal.valueOf(drawn)
                .setScale(decimals(present, max - min), RoundingMode.HALF_UP)
                .doubleValue();
    }

    private static int decimals(double[] present, double range) {
        if (Arrays.stream(present).allMatch(value -> value == Math.rint(value))) {
            return 0;
        }
        return range >= 1 ? 2 : 6;
    }
}
