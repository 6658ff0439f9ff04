package io.vigie.pmml.churn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.stat.StatUtils;

/** Repeated, stratified: each fold has the share of leavers that the whole has. */
record CrossValidation(int folds, int repeats, long seed) {

    /** Quality on each fold that was left out, {@code folds · repeats} of them. */
    List<Quality> run(Sample sample) {
        Random random = new Random(seed);
        List<Quality> qualities = new ArrayList<>();
        for (int repeat = 0; repeat < repeats; repeat++) {
            int[] fold = assign(sample, random);
            for (int left = 0; left < folds; left++) {
                int out = left;
                Sample train = sample.only(rows(fold, f -> f != out));
                Sample test = sample.only(rows(fold, f -> f == out));
                qualities.add(Quality.of(LogisticRegression.fit(train).probabilities(test), test.y()));
            }
        }
        return qualities;
    }

    /** Of each row the probability that a model gave it which hadn't seen it, in the first repeat. */
    double[] outOfFold(Sample sample) {
        int[] fold = assign(sample, new Random(seed));
        double[] probabilities = new double[sample.size()];
        for (int left = 0; left < folds; left++) {
            int out = left;
            List<Integer> rows = rows(fold, f -> f == out);
            double[] some = LogisticRegression.fit(sample.only(rows(fold, f -> f != out)))
                    .probabilities(sample.only(rows));
            for (int place = 0; place < some.length; place++) {
                probabilities[rows.get(place)] = some[place];
            }
        }
        return probabilities;
    }

    private int[] assign(Sample sample, Random random) {
        int[] fold = new int[sample.size()];
        for (int label = 0; label <= 1; label++) {
            int wanted = label;
            List<Integer> rows = new ArrayList<>(rows(sample.y(), y -> y == wanted));
            Collections.shuffle(rows, random);
            for (int place = 0; place < rows.size(); place++) {
                fold[rows.get(place)] = place % folds;
            }
        }
        return fold;
    }

    private static List<Integer> rows(int[] of, IntPredicate wanted) {
        return IntStream.range(0, of.length)
                .filter(row -> wanted.test(of[row]))
                .boxed()
                .toList();
    }

    static double mean(List<Quality> qualities, ToDoubleFunction<Quality> measure) {
        return StatUtils.mean(qualities.stream().mapToDouble(measure).toArray());
    }

    static double spread(List<Quality> qualities, ToDoubleFunction<Quality> measure) {
        return StrictMath.sqrt(
                StatUtils.variance(qualities.stream().mapToDouble(measure).toArray()));
    }
}
