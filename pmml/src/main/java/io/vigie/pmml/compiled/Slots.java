package io.vigie.pmml.compiled;

import io.vigie.pmml.check.Markup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the values of fields are: first the inputs, then casts of them, then what models of a chain say. */
final class Slots {

    private final Map<String, Integer> slots = new HashMap<>();
    private final List<Boolean> singles = new ArrayList<>();
    private final List<Cast> casts = new ArrayList<>();

    /** A field that is another one, perhaps with the precision of a float only. */
    record Cast(int from, int to, boolean single) {}

    /** Of the inputs and of the casts of the whole document. */
    Slots(List<String> inputs, List<Gate> gates, Markup root, Markup model) {
        for (int input = 0; input < inputs.size(); input++) {
            add(inputs.get(input), gates.get(input).single());
        }
        Set<String> asked = new HashSet<>();
        Vocabulary.only(model, "MiningSchema").children("MiningField").forEach(field -> {
            if (!isTarget(field) && !asked.add(field.attribute("name"))) {
                throw new NotPlain("MiningField twice");
            }
        });
        if (!asked.equals(slots.keySet())) {
            throw new NotPlain("MiningSchema");
        }
        root.children("TransformationDictionary").forEach(this::casts);
        model.children("LocalTransformations").forEach(this::casts);
    }

    static boolean isTarget(Markup miningField) {
        String usage = miningField.attribute("usageType");
        return usage.equals("target") || usage.equals("predicted");
    }

    private void casts(Markup transformations) {
        for (Markup field : transformations.children()) {
            if (!field.is("DerivedField") || field.children().size() != 1) {
                throw new NotPlain("DerivedField");
            }
            int from = of(Vocabulary.only(field, "FieldRef").attribute("field"));
            boolean single = field.attribute("dataType").equals("float");
            casts.add(new Cast(from, add(field.attribute("name"), single), single));
        }
    }

    /** A slot for a new name. */
    int add(String name, boolean single) {
        if (name.isEmpty() || slots.putIfAbsent(name, singles.size()) != null) {
            throw new NotPlain("field twice");
        }
        singles.add(single);
        return singles.size() - 1;
    }

    int of(String name) {
        Integer slot = slots.get(name);
        if (slot == null) {
            throw new NotPlain("field");
        }
        return slot;
    }

    /** Whether the values of the slot have the precision of a float. */
    boolean single(int slot) {
        return singles.get(slot);
    }

    /** The input that a slot is or is a cast of; below zero for what a model said. */
    int input(int slot, int inputs) {
        for (Cast cast : casts) {
            if (cast.to() == slot) {
                return input(cast.from(), inputs);
            }
        }
        return slot < inputs ? slot : -1;
    }

    int size() {
        return singles.size();
    }

    List<Cast> casts() {
        return casts;
    }
}
