package io.vigie.pmml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** That every field that is used is defined, and that no derived field or function leads back to itself. */
final class FieldReferences {

    /** A longer chain of definitions is as dangerous to the stack as deep nesting. */
    private static final int LONGEST_CHAIN = 100;

    private static final Set<String> DEFINING = Set.of("DataField", "DerivedField", "ParameterField", "OutputField");

    private FieldReferences() {}

    static Set<String> names(List<Element> elements, String kind) {
        return elements.stream()
                .filter(element -> element.getLocalName().equals(kind))
                .map(element -> element.getAttribute("name"))
                .collect(Collectors.toSet());
    }

    static void check(List<Element> elements) {
        Set<String> defined = new HashSet<>();
        DEFINING.forEach(kind -> defined.addAll(names(elements, kind)));
        for (Element element : elements) {
            String used =
                    switch (element.getLocalName()) {
                        case "MiningField", "NumericPredictor", "CategoricalPredictor" -> element.getAttribute("name");
                        case "VerificationField" -> "";
                        default -> element.getAttribute("field");
                    };
            if (!used.isEmpty() && !defined.contains(used)) {
                throw new ModelRefused(element.getLocalName(), "the field is not defined");
            }
        }
        noCycle(elements, "DerivedField", "field");
        noCycle(elements, "DefineFunction", "function");
    }

    /** Takes away, again and again, what depends on nothing that is left; a cycle is what can't be taken away. */
    private static void noCycle(List<Element> elements, String kind, String attribute) {
        Map<String, Set<String>> usedBy = new HashMap<>();
        Map<String, Integer> open = new HashMap<>();
        for (Element definition : elements) {
            if (definition.getLocalName().equals(kind)) {
                String name = definition.getAttribute("name");
                if (open.putIfAbsent(name, 0) != null) {
                    throw new ModelRefused(kind, "the name is defined twice");
                }
            }
        }
        for (Element definition : elements) {
            if (!definition.getLocalName().equals(kind)) {
                continue;
            }
            String name = definition.getAttribute("name");
            for (Element user : Elements.below(definition)) {
                String used = user.getAttribute(attribute);
                if (open.containsKey(used)
                        && usedBy.computeIfAbsent(used, key -> new HashSet<>()).add(name)) {
                    open.merge(name, 1, Integer::sum);
                }
            }
        }
        Map<String, Integer> level = new HashMap<>();
        Deque<String> free = new ArrayDeque<>();
        open.forEach((name, count) -> {
            if (count == 0) {
                free.add(name);
            }
        });
        int taken = 0;
        while (!free.isEmpty()) {
            String name = free.remove();
            taken++;
            for (String user : usedBy.getOrDefault(name, Set.of())) {
                level.merge(user, level.getOrDefault(name, 0) + 1, Math::max);
                if (level.getOrDefault(user, 0) > LONGEST_CHAIN) {
                    throw new ModelRefused(kind, "definitions build upon each other more than 100 deep");
                }
                if (open.merge(user, -1, Integer::sum) == 0) {
                    free.add(user);
                }
            }
        }
        if (taken < open.size()) {
            throw new ModelRefused(kind, "a definition leads back to itself");
        }
    }
}
