package io.vigie.pmml.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An upper bound of the steps that one record can cost. Functions that call each other twice double with every level, so
 * the size of a document alone bounds nothing; this does, and so no evaluation of an accepted model runs for long.
 */
final class Work {

    /** Of one record; about a second where a step is a tenth of a microsecond. */
    static final long MOST_STEPS = 10_000_000;

    /** Of all verification rows together. */
    static final long MOST_VERIFICATION_STEPS = 100_000_000;

    private static final int CHARACTERS_A_NUMBER = 4;

    private final Map<String, Long> functions = new HashMap<>();

    private Work() {}

    /** Steps for a record, at most. */
    static long check(Markup root, Markup model) {
        Work work = new Work();
        Map<String, Markup> definitions = new HashMap<>();
        root.below("DefineFunction").forEach(function -> definitions.put(function.attribute("name"), function));
        Map<String, List<Uses.Use>> calls = Functions.calls(root);
        for (String name : Uses.ordered("DefineFunction", calls)) {
            Markup definition = definitions.get(name);
            work.functions.put(name, definition == null ? 1 : work.steps(definition));
        }
        long models = 0;
        long machines = 0;
        long vector = 0;
        for (Markup element : everything(model)) {
            if (Header.isModel(element)) {
                models++;
            } else if (element.is("SupportVector")) {
                machines++;
            } else if (element.is("VectorInstance")) {
                vector = Math.max(vector, work.steps(element));
            }
        }
        long global =
                root.children("TransformationDictionary").mapToLong(work::steps).reduce(0, Work::plus);
        long steps = plus(plus(work.steps(model), times(models, global)), times(machines, vector));
        if (steps > MOST_STEPS) {
            throw new Refusal(
                    "PMML",
                    "a record could cost more than " + MOST_STEPS + " steps",
                    "Use fewer functions that call each other, or a smaller model.");
        }
        long rows = model.children("ModelVerification")
                .flatMap(verification -> verification.children("InlineTable"))
                .mapToLong(table -> table.children().size())
                .sum();
        if (times(rows, steps) > MOST_VERIFICATION_STEPS) {
            throw new Refusal(
                    "ModelVerification",
                    "there are too many rows for a model of this size",
                    "Keep fewer verification rows: ten are enough.");
        }
        return steps;
    }

    private static List<Markup> everything(Markup model) {
        List<Markup> found = new ArrayList<>();
        model.walk(found::add);
        return found;
    }

    private long steps(Markup element) {
        if (element.is("ModelVerification")) {
            return 1;
        }
        long steps = 1 + element.text().length() / CHARACTERS_A_NUMBER;
        if (element.is("Apply")) {
            steps = plus(steps, functions.getOrDefault(element.attribute("function"), 0L));
        }
        for (Markup child : element.children()) {
            steps = plus(steps, steps(child));
        }
        return steps;
    }

    private static long plus(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    private static long times(long one, long other) {
        return one != 0 && other > Long.MAX_VALUE / one ? Long.MAX_VALUE : one * other;
    }
}
