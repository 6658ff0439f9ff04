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

    private Uses() {}

    /** Of another definition, so many levels down in this one. */
    record Use(String name, int depth) {}

    /** Of functions. */
    static List<Use> calls(Markup definition) {
        List<Use> uses = new ArrayList<>();
        collect(definition, 1, "Apply", "function", uses);
        return uses;
    }

    /** Of fields. */
    static List<Use> fields(Markup definition) {
        List<Use> uses = new ArrayList<>();
        collect(definition, 1, "", "field", uses);
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
     * @throws Refusal when one leads back to itself
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
        return ordered;
    }

    /**
     * How much each function builds upon others.
     *
     * @throws Refusal when that is too much, or one leads back to itself
     */
    static Map<String, Level> functions(Map<String, List<Use>> definitions) {
        Map<String, Level> levels = new HashMap<>();
        for (String name : ordered("DefineFunction", definitions)) {
            Level level = Level.NONE.upon(Level.NONE, 0);
            for (Use use : definitions.getOrDefault(name, List.of())) {
                level = level.upon(levels.getOrDefault(use.name(), Level.NONE), use.depth());
            }
            levels.put(name, level.checked("DefineFunction"));
        }
        return levels;
    }
}
