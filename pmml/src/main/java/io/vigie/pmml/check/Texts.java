package io.vigie.pmml.check;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long texts can get by concatenation: each one can use the one before several times, so that lengths double with every
 * step. Counted in texts as they are given or stand in the document.
 */
final class Texts {

    /** Of one text. */
    private static final long LONGEST = 1_000;

    /** Of all texts of a record together. */
    private static final long MOST = 10_000;

    private final Definitions definitions;
    private final Map<Markup, Long> known = new IdentityHashMap<>();

    private Texts(Definitions definitions) {
        this.definitions = definitions;
    }

    static void check(Markup root, Definitions definitions) {
        Texts texts = new Texts(definitions);
        long[] all = new long[1];
        root.walk(element -> {
            if (concatenates(element)) {
                all[0] += texts.parts(element, definitions.at(element));
                if (all[0] > MOST) {
                    throw endless();
                }
            }
        });
    }

    private static boolean concatenates(Markup element) {
        return element.is("Apply") && element.attribute("function").equals("concat");
    }

    private static Refusal endless() {
        return new Refusal(
                "Apply", "the concatenations could build a text without end", "Concatenate before the model is asked.");
    }

    /** Definitions don't lead back to themselves, so this comes to an end; each is looked at once. */
    private long parts(Markup element, Definitions.@Nullable Place place) {
        Long before = known.get(element);
        if (before != null) {
            return before;
        }
        // An output may name itself, which the evaluator doesn't follow.
        known.put(element, 1L);
        long parts = 1;
        if (element.is("FieldRef")) {
            Definitions.Found found = found(element, place);
            parts = found == null ? 1 : parts(found.markup(), found.place());
        } else if (!element.is("InlineTable")) {
            long sum = 0;
            for (Markup child : element.children()) {
                long part = parts(child, place);
                sum += part;
                parts = Math.max(parts, part);
            }
            parts = concatenates(element) ? Math.max(1, sum) : parts;
        }
        if (parts > LONGEST) {
            throw endless();
        }
        known.put(element, parts);
        return parts;
    }

    private Definitions.@Nullable Found found(Markup reference, Definitions.@Nullable Place place) {
        String name = reference.attribute("field");
        for (Markup above = reference; above != null && !Header.isModel(above); above = above.parent()) {
            Definitions.Found output = above.is("Output") ? definitions.output(name, place) : null;
            if (output != null) {
                return output;
            }
        }
        return definitions.find(name, place);
    }
}
