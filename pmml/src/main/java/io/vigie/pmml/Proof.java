package io.vigie.pmml;

import io.vigie.pmml.Evaluation.Refused;
import io.vigie.pmml.Evaluation.Scored;
import io.vigie.pmml.compiled.Edge;
import io.vigie.pmml.compiled.Predictor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Compares what a predictor says with what the evaluator says: for the document's own records, at the reference point and the
 * ends of the training ranges, for records between and outside of them, and on both sides of where trees decide otherwise.
 * Which records these are follows from the model, so the same document gets the same verdict everywhere.
 */
final class Proof {

    /** As closely they must agree. */
    static final double AGREEMENT = 1e-12;

    private static final int RECORDS = 300;
    private static final int EDGES = 300;

    /** What all records together may cost the evaluator, which takes about 10 million steps a second when it is cold. */
    private static final long STEPS = 20_000_000;

    /** Records between; a model that can't afford so many proves nothing. */
    private static final int LEAST = 20;

    /** Of the records it must know this part: of the others nothing is compared. */
    private static final int KNOWN_PART = 10;

    private final PmmlModel model;
    private final List<String> inputs;
    private final int records;
    private final int most;
    private final Random random = new Random(18);

    /**
     * Of a model that has no predictor yet.
     *
     * @param steps that a record costs the evaluator at most
     */
    Proof(PmmlModel model, long steps) {
        this.model = model;
        this.inputs = model.inputs();
        long affordable = STEPS / Math.max(1, steps);
        this.records = (int) Math.min(RECORDS, affordable / 2);
        this.most = (int) Math.min(EDGES, affordable / 6);
    }

    /**
     * Whether it gives the same answer to each record that it knows, and knows enough of them.
     *
     * @param rows of the document
     */
    boolean holds(Predictor predictor, List<Edge> edges, List<Map<String, Double>> rows) {
        if (records < LEAST) {
            return false;
        }
        PmmlModel quick = model.with(predictor);
        List<Map<String, Double>> all = records(edges, rows);
        int known = 0;
        for (Map<String, Double> features : all) {
            double[] values = inputs.stream().mapToDouble(features::get).toArray();
            if (Double.isNaN(predictor.of(values))) {
                // The evaluator is asked, then as later.
                continue;
            }
            if (!same(model.evaluate(features), quick.evaluate(features))) {
                return false;
            }
            known++;
        }
        return known >= all.size() / KNOWN_PART;
    }

    private static boolean same(Evaluation expected, Evaluation actual) {
        return expected instanceof Scored one && actual instanceof Scored other
                ? Math.abs(one.probability() - other.probability()) <= AGREEMENT
                : expected instanceof Refused && expected.equals(actual);
    }

    private List<Map<String, Double>> records(List<Edge> edges, List<Map<String, Double>> rows) {
        List<Map<String, Double>> records = new ArrayList<>(rows.subList(0, Math.min(rows.size(), this.records)));
        records.add(model.referencePoint());
        model.trainingRanges().forEach((input, range) -> {
            records.add(with(model.referencePoint(), input, range.min()));
            records.add(with(model.referencePoint(), input, range.max()));
        });
        for (int index = 0; index < this.records; index++) {
            // Some outside of the ranges, and far outside; every other one of whole numbers, as an input may want them.
            double widths = index % 10 == 0 ? 1_000 : index % 3 == 0 ? 1 : 0;
            records.add(between(widths, index % 2 == 0));
        }
        List<Edge> some = new ArrayList<>(edges);
        Collections.shuffle(some, random);
        for (Edge edge : some.subList(0, Math.min(some.size(), most))) {
            // An input that is an integer has no answer between.
            boolean whole = random.nextBoolean();
            Map<String, Double> around = between(0, whole);
            String input = inputs.get(edge.input());
            double most = whole ? Math.floor(edge.most()) : edge.most();
            records.add(with(around, input, most));
            records.add(with(around, input, whole ? most + 1 : Math.nextUp(most)));
            records.add(with(around, input, whole ? most - 1 : Math.nextDown(most)));
        }
        return records;
    }

    private Map<String, Double> between(double widths, boolean whole) {
        Map<String, Double> features = new LinkedHashMap<>();
        model.trainingRanges().forEach((input, range) -> {
            double width = range.max() > range.min() ? range.max() - range.min() : Math.max(1, Math.abs(range.min()));
            double value = range.min() - widths * width + random.nextDouble() * width * (1 + 2 * widths);
            features.put(input, whole ? Math.rint(value) : value);
        });
        return features;
    }

    private static Map<String, Double> with(Map<String, Double> features, String input, double value) {
        Map<String, Double> other = new LinkedHashMap<>(features);
        other.put(input, value);
        return other;
    }
}
