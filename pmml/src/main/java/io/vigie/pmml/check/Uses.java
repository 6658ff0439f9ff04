package io.vigie.pmml.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Definitions that build upon each other. */
final class Uses {

    /** A longer chain of definitions is as dangerous to the stack as deep nesting. */
    private static final int LONGEST_CHAIN = 100;

    /** Levels of expressions on the stack at once, over a whole chain; 900 overflowed half a megabyte when tried. */
    private static final int DEEPEST = 400;

    private Uses() {}

    /** Of another definition, so many levels down in this one. */
    record Use(String name, int depth) {}

    static List<Use> in(Markup definition, String element, String attribute) {
        List<Use> uses = new ArrayList<>();
        collect(definition, 1, element, attribute, uses);
        return uses;
    }

    private static void collect(Markup markup, int depth, String element, String attribute, List<Use> uses) {
        if (markup.is("row")) {
            return;
        }
        if (element.isEmpty() || markup.is(element)) {
            String used = markup.attribute(attribute);
            if (!used.isEmpty()) {
                uses.add(new Use(used, depth));
            }
        }
        for (Markup child : markup.children()) {
            collect(child, depth + 1, element, attribute, uses);
        }
    }

    /**
     * The definitions, each behind those that it uses.
     *
     * @throws Refusal when one leads back to itself, or a chain is too long
     */
    static List<String> ordered(String kind, Map<String, List<Use>> definitions) {
        Map<String, List<String>> users = new HashMap<>();
        Map<String, Integer> open = new HashMap<>();
        definitions.forEach((name, uses) -> {
            Set<String> own = new HashSet<>();
            for (Use use : uses) {
                if (definitions.containsKey(use.name()) && own.add(use.name())) {
                    users.computeIfAbsent(use.name(), key -> new ArrayList<>()).add(name);
                }
            }
            open.put(name, own.size());
        });
        Deque<String> free = new ArrayDeque<>();
        open.forEach((name, count) -> {
            if (count == 0) {
                free.add(name);
            }
        });
        List<String> ordered = new ArrayList<>();
        while (!free.isEmpty()) {
            String name = free.remove();
            ordered.add(name);
            for (String user : users.getOrDefault(name, List.of())) {
                if (open.merge(user, -1, Integer::sum) == 0) {
                    free.add(user);
                }
            }
        }
        if (ordered.size() < definitions.size()) {
            throw new Refusal(
                    kind, "a definition leads back to itself", "Define it by other fields or functions only.");
        }
        chains(kind, ordered, definitions);
        return ordered;
    }

    private static void chains(String kind, List<String> ordered, Map<String, List<Use>> definitions) {
        Map<String, Integer> links = new HashMap<>();
        Map<String, Integer> levels = new HashMap<>();
        for (String name : ordered) {
            int link = 0;
            int level = 0;
            for (Use use : definitions.getOrDefault(name, List.of())) {
                link = Math.max(link, links.getOrDefault(use.name(), -1) + 1);
                level = Math.max(level, levels.getOrDefault(use.name(), 0) + use.depth());
            }
            if (link > LONGEST_CHAIN || level > DEEPEST) {
                throw new Refusal(
                        kind,
                        link > LONGEST_CHAIN
                                ? "definitions build upon each other more than " + LONGEST_CHAIN + " deep"
                                : "definitions and their expressions nest more than " + DEEPEST + " deep",
                        "Merge steps of the chain.");
            }
            links.put(name, link);
            levels.put(name, level);
        }
    }
}
