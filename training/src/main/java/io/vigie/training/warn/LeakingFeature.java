package io.vigie.training.warn;

import io.vigie.training.judge.Quality;
import io.vigie.training.prepare.Feature;
import io.vigie.training.prepare.Feature.Categories;
import io.vigie.training.prepare.Feature.Numbers;
import io.vigie.training.prepare.TrainingSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** A column that alone tells the outcome nearly always, which in life means that it was written down afterwards. */
final class LeakingFeature {

    private static final double TOO_GOOD = 0.97;

    /** With more values each stands for a few rows, and telling those apart proves nothing. */
    private static final int MOST_VALUES = 20;

    private LeakingFeature() {}

    static List<Warning> in(TrainingSet set) {
        return set.features().stream()
                .flatMap(feature -> in(feature, set.y()).stream())
                .toList();
    }

    private static List<Warning> in(Feature feature, int[] y) {
        Map<String, int[]> counts = counts(words(feature), y);
        boolean function = counts.size() <= MOST_VALUES
                && counts.values().stream().allMatch(count -> count[0] == 0 || count[1] == 0);
        double auc = auc(feature, counts, y);
        if (function) {
            return List.of(warning(feature, "decides the outcome alone, without one exception"));
        }
        return auc > TOO_GOOD
                ? List.of(warning(feature, String.format(Locale.ROOT, "alone has an AUC of %.3f", auc)))
                : List.of();
    }

    private static Warning warning(Feature feature, String what) {
        return new Warning(
                "leaking-feature",
                feature.name() + " " + what
                        + ": it was probably written down after the outcome; leave it out by --drop " + feature.name()
                        + " unless it is known beforehand.");
    }

    /** Of the rows whose cell isn't empty; 0.5 when those all have the same outcome. */
    private static double auc(Feature feature, Map<String, int[]> counts, int[] y) {
        double[] score = feature instanceof Numbers numbers
                ? numbers.values()
                : Arrays.stream(words(feature))
                        .mapToDouble(word -> rate(counts, word))
                        .toArray();
        int[] present = IntStream.range(0, y.length)
                .filter(row -> !Double.isNaN(score[row]))
                .toArray();
        int[] outcomes = Arrays.stream(present).map(row -> y[row]).toArray();
        int positives = Arrays.stream(outcomes).sum();
        if (positives == 0 || positives == outcomes.length) {
            return 0.5;
        }
        double auc = Quality.auc(
                Arrays.stream(present).mapToDouble(row -> score[row]).toArray(), outcomes);
        return Math.max(auc, 1 - auc);
    }

    private static double rate(Map<String, int[]> counts, String word) {
        int[] count = counts.getOrDefault(word, new int[] {1, 1});
        return (double) count[1] / (count[0] + count[1]);
    }

    private static Map<String, int[]> counts(String[] words, int[] y) {
        Map<String, int[]> counts = new HashMap<>();
        for (int row = 0; row < y.length; row++) {
            counts.computeIfAbsent(words[row], word -> new int[2])[y[row]]++;
        }
        return counts;
    }

    private static String[] words(Feature feature) {
        if (feature instanceof Categories categories) {
            return categories.values();
        }
        return Arrays.stream(((Numbers) feature).values())
                .mapToObj(Double::toString)
                .toArray(String[]::new);
    }
}
