package io.vigie.training.fit;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** The settings that are tried for each candidate, the simplest first: of equals the first is taken. */
final class Grid {

    private Grid() {}

    static List<Setting> of(Candidate candidate, boolean quick) {
        return switch (candidate) {
            case LOGISTIC_REGRESSION ->
                each(Map.of(), "regParam", quick ? new double[] {0.01, 0} : new double[] {0.01, 0.001, 0});
            case NAIVE_BAYES -> List.of(new Setting(Map.of()));
            case DECISION_TREE ->
                each(
                        Map.of("minInstancesPerNode", 5.0),
                        "maxDepth",
                        quick ? new double[] {2, 4} : new double[] {2, 4, 6});
            case RANDOM_FOREST ->
                each(
                        Map.of("numTrees", quick ? 10.0 : 100.0),
                        "maxDepth",
                        quick ? new double[] {2, 4} : new double[] {4, 8});
            case GRADIENT_BOOSTED_TREES ->
                each(
                        Map.of("maxIter", quick ? 5.0 : 30.0, "stepSize", 0.15),
                        "maxDepth",
                        quick ? new double[] {1, 3} : new double[] {2, 4});
        };
    }

    private static List<Setting> each(Map<String, Double> fixed, String name, double... values) {
        return DoubleStream.of(values)
                .mapToObj(value -> {
                    Map<String, Double> all = new java.util.HashMap<>(fixed);
                    all.put(name, value);
                    return new Setting(all);
                })
                .toList();
    }
}
