package io.vigie.pmml.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An upper bound of the steps that one record can cost. Functions that call each other twice double with every level, so
 * the size of a document alone bounds nothing; this does, and so no evaluation of an accepted model runs for long.
 */
final class Work {

    /** Of one record; about a second where a step is a tenth of a microsecond. */
    static final long MOST_STEPS = 10_000_000;

    /** Of all verification rows together. */
    static final long MOST_VERIFICATION_STEPS = 100_000_000;

    private final Computed computed;
    private long steps;
    private long machines;
    private long vector;

    private Work(Computed computed) {
        this.computed = computed;
    }

    /** Steps for a record, at most. */
    static long check(Markup root, Markup model, Definitions definitions) {
        Work work = new Work(new Computed(functions(root), definitions));
        root.children("TransformationDictionary")
                .flatMap(dictionary -> dictionary.children("DerivedField"))
                .forEach(field -> work.add(work.computed.steps(field)));
        work.add(work.computed.steps(model));
        work.model(model);
        work.add(times(work.machines, work.vector));
        long rows = rows(model, "ModelVerification");
        if (times(rows, work.steps) > MOST_VERIFICATION_STEPS) {
            throw new Refusal(
                    "ModelVerification",
                    "there are too many rows for a model of this size",
                    "Keep fewer verification rows: ten are enough.");
        }
        return work.steps;
    }

    private static Map<String, Long> functions(Markup root) {
        Map<String, Markup> definitions = root.below("DefineFunction")
                .collect(Collectors.toMap(function -> function.attribute("name"), function -> function));
        Map<String, Long> functions = new HashMap<>();
        for (String name : Uses.ordered("DefineFunction", Functions.calls(root))) {
            Markup definition = definitions.get(name);
            functions.put(name, definition == null ? 1 : Computed.steps(definition, functions));
        }
        return functions;
    }

    private void add(long more) {
        steps = plus(steps, more);
        if (steps > MOST_STEPS) {
            throw new Refusal(
                    "PMML",
                    "a record could cost more than " + MOST_STEPS + " steps",
                    "Use fewer functions that call each other, or a smaller model.");
        }
    }

    /** What isn't written where it is done: fields that are defined around a model, vectors, and tables of neighbours. */
    private void model(Markup model) {
        Set<String> read = new HashSet<>();
        model.children().forEach(child -> part(child, read));
        add(computed.around(read, model));
        if (model.is("NearestNeighborModel")) {
            add(neighbours(model));
        }
    }

    private void part(Markup element, Set<String> read) {
        if (Header.isModel(element)) {
            model(element);
            return;
        }
        switch (element.name()) {
            case "ModelVerification", "row" -> {
                return;
            }
            case "SupportVector" -> machines++;
            case "VectorInstance" ->
                vector = Math.max(vector, Math.max(computed.steps(element), Sizes.largest(element)));
            default -> {}
        }
        read.add(References.of(element));
        read.add(element.attribute("field"));
        element.children().forEach(child -> part(child, read));
    }

    /** Every row is compared by every input, and those that aren't in the table are computed for every row by themselves. */
    private long neighbours(Markup model) {
        Set<String> columns = model.below("InstanceField")
                .map(field -> field.attribute("field"))
                .collect(Collectors.toSet());
        long each = 0;
        for (Markup input : model.below("KNNInput").toList()) {
            String field = input.attribute("field");
            each = plus(each, columns.contains(field) ? 1 : plus(1, computed.alone(field, model)));
        }
        return times(rows(model, "TrainingInstances"), each);
    }

    private static long rows(Markup model, String around) {
        return model.children(around)
                .flatMap(element -> element.children("InlineTable"))
                .mapToLong(table -> table.children().size())
                .sum();
    }

    static long plus(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    private static long times(long one, long other) {
        return one != 0 && other > Long.MAX_VALUE / one ? Long.MAX_VALUE : one * other;
    }
}
