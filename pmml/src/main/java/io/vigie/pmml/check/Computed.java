package io.vigie.pmml.check;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What it costs to compute the fields that a model reads. A field is computed when it is read, and once for each model. */
final class Computed {

    private static final int CHARACTERS_A_NUMBER = 4;

    private final Map<String, Long> functions;
    private final Definitions definitions;
    private final Map<Markup, Long> known = new IdentityHashMap<>();

    Computed(Map<String, Long> functions, Definitions definitions) {
        this.functions = functions;
        this.definitions = definitions;
    }

    long steps(Markup element) {
        return steps(element, functions);
    }

    /** Of an element with all that is in it, and the functions that it calls. */
    static long steps(Markup element, Map<String, Long> functions) {
        if (element.is("ModelVerification")) {
            return 1;
        }
        long steps = 1 + element.text().length() / CHARACTERS_A_NUMBER;
        if (element.is("Apply")) {
            steps = Work.plus(steps, functions.getOrDefault(element.attribute("function"), 0L));
        }
        for (Markup child : element.children()) {
            steps = Work.plus(steps, steps(child, functions));
        }
        return steps;
    }

    /** Of the fields that are read in a model and defined around it, with those that they build upon. */
    long around(Set<String> read, Markup model) {
        return steps(read, definitions.at(model), true);
    }

    /** Of one field that is read in a model. */
    long alone(String field, Markup model) {
        return steps(Set.of(field), definitions.at(model), false);
    }

    /** More than anybody waits for ends it, so the sums over many models can't take long themselves. */
    private long steps(Set<String> read, Definitions.@Nullable Place place, boolean aroundOnly) {
        Deque<Definitions.Found> open = new ArrayDeque<>();
        Set<Markup> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        read.forEach(name -> open(open, name, place));
        long steps = 0;
        while (!open.isEmpty() && steps <= Work.MOST_STEPS) {
            Definitions.Found found = open.pop();
            if (!seen.add(found.markup())) {
                continue;
            }
            if (!aroundOnly || found.place() != place) {
                steps = Work.plus(steps, known.computeIfAbsent(found.markup(), this::steps));
            }
            Uses.fields(found.markup()).forEach(use -> open(open, use.name(), found.place()));
        }
        return steps;
    }

    private void open(Deque<Definitions.Found> open, String name, Definitions.@Nullable Place place) {
        Definitions.Found found = definitions.find(name, place);
        if (found != null && found.markup().is("OutputField")) {
            // An output of a segment before is there already, unless that segment had no say.
            found = definitions.global(name);
        }
        if (found != null) {
            open.push(found);
        }
    }
}
