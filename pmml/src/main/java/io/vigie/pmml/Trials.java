package io.vigie.pmml;

import io.vigie.pmml.describe.Schema;
import io.vigie.pmml.describe.Schema.Input;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks a model before anybody depends on its answers. */
final class Trials {

    private static final double[] NUMBERS = {1, 0, 0.5, 10, 100, 1_000, -1};

    private static final Duration SLOWEST = Duration.ofMillis(250);
    private static final int TIMES = 3;

    /**
     * Of a processor. Twelve partitions of one thread are in a transaction of 10 s. In a round each of them may ask for five
     * explanations, two of the champion and three of a challenger: 12 × 5 × 50 ms = 3 s, on a machine that does much else too.
     */
    private static final Duration SLOWEST_EXPLANATION = Duration.ofMillis(50);

    /** The first ones are asked while the evaluator is still interpreted. */
    private static final int EXPLANATIONS = 5;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String OVERFLOW = Faults.failed(new StackOverflowError());

    private Trials() {}

    /**
     * Asks for every real record, and for records made from the schema until one is answered.
     *
     * @return a record that is answered
     * @throws ModelRefused when a real record isn't, or none of those that were made
     */
    static Map<String, Object> check(AnyModel model, List<Map<String, Object>> real) {
        for (int index = 0; index < real.size(); index++) {
            going();
            if (model.evaluate(real.get(index)) instanceof Answer.Refused refused) {
                throw new ModelRefused(
                        "PMML",
                        "trial record " + (index + 1) + " gets no answer: " + refused.reason(),
                        "Compare the model's inputs with what the record has.");
            }
        }
        String reason = "";
        for (Map<String, Object> made : made(model.schema())) {
            going();
            Answer answer = model.evaluate(made);
            if (answer instanceof Answer.Given) {
                quick(model, made);
                return made;
            }
            if (answer instanceof Answer.Refused refused) {
                if (refused.reason().equals(OVERFLOW)) {
                    throw new ModelRefused(
                            "PMML", "it nests too deep to be evaluated", "Merge steps of its transformations.");
                }
                reason = reason.isEmpty() ? refused.reason() : reason;
            }
        }
        if (!real.isEmpty()) {
            quick(model, real.get(0));
            return real.get(0);
        }
        throw new ModelRefused(
                "PMML",
                "no record that follows from its own schema gets an answer: " + reason,
                "Try the model where it was made, or give records that it should answer.");
    }

    /** Events are scored one after the other, so one slow model holds up everybody. */
    private static void quick(AnyModel model, Map<String, Object> record) {
        long quickest = Long.MAX_VALUE;
        for (int time = 0; time < TIMES && quickest > SLOWEST.toNanos(); time++) {
            going();
            long began = System.nanoTime();
            model.evaluate(record);
            quickest = Math.min(quickest, System.nanoTime() - began);
        }
        if (quickest > SLOWEST.toNanos()) {
            throw new ModelRefused(
                    "PMML", "a record takes longer than " + SLOWEST.toMillis() + " ms", "Export a smaller model.");
        }
    }

    /**
     * Reasons are asked for with every score, and one thread scores for all: a model that needs longer for them is refused.
     *
     * @throws ModelRefused when each of some explanations takes too long
     */
    static void prompt(Model model) {
        Map<String, Double> features = new LinkedHashMap<>();
        model.trainingRanges().forEach((input, range) -> features.put(input, range.max()));
        for (int time = 0; time < EXPLANATIONS; time++) {
            going();
            long began = processorTime();
            // On a busy machine the clock goes on where the processor does something else.
            boolean late =
                    model.explain(features, SLOWEST_EXPLANATION.multipliedBy(10)) instanceof Explanation.Unexplained;
            if (!late && processorTime() - began <= SLOWEST_EXPLANATION.toNanos()) {
                return;
            }
        }
        throw new ModelRefused(
                "PMML",
                "to explain an answer takes longer than " + SLOWEST_EXPLANATION.toMillis()
                        + " ms, and every score is explained",
                "Export a smaller model, with fewer or shallower trees, fewer neighbours or fewer inputs.");
    }

    private static long processorTime() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** The inputs without which that record gets no answer. */
    static Set<String> required(AnyModel model, Map<String, Object> answered) {
        Set<String> required = new LinkedHashSet<>();
        for (Input input : model.schema().inputs()) {
            going();
            Map<String, Object> without = new LinkedHashMap<>(answered);
            without.remove(input.name());
            if (model.evaluate(without) instanceof Answer.Refused) {
                required.add(input.name());
            }
        }
        return required;
    }

    private static List<Map<String, Object>> made(Schema schema) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (int variant = 0; variant < NUMBERS.length; variant++) {
            Map<String, Object> record = new LinkedHashMap<>();
            for (Input input : schema.inputs()) {
                record.put(input.name(), value(input, variant));
            }
            records.add(record);
        }
        records.add(Map.of());
        return records;
    }

    private static Object value(Input input, int variant) {
        if (!input.values().isEmpty()) {
            return input.values().get(variant % input.values().size());
        }
        if (input.numeric()) {
            return number(input, input.dataType().equals("integer") ? Math.rint(NUMBERS[variant]) : NUMBERS[variant]);
        }
        return switch (input.dataType()) {
            case "boolean" -> variant % 2 == 0;
            case "date" -> "2020-01-01";
            case "time" -> "12:00:00";
            case "dateTime" -> "2020-01-01T12:00:00";
            default -> input.dataType().startsWith("date") ? "2020-01-01" : String.valueOf(variant);
        };
    }

    private static double number(Input input, double wish) {
        for (Schema.Interval interval : input.intervals()) {
            Double left = interval.left();
            Double right = interval.right();
            if (left != null && right != null) {
                return wish > left && wish < right ? wish : (left + right) / 2;
            }
            if (left != null) {
                return Math.max(wish, left + 1);
            }
            if (right != null) {
                return Math.min(wish, right - 1);
            }
        }
        return wish;
    }

    /** Ends a check for which nobody waits any more. */
    private static void going() {
        if (Thread.currentThread().isInterrupted()) {
            throw new ModelRefused("PMML", "the check was interrupted", "Upload it again.");
        }
    }
}
