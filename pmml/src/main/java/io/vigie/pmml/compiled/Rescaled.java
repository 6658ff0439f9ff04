package io.vigie.pmml.compiled;

import io.vigie.pmml.check.Markup;
import java.util.List;
import java.util.stream.Stream;

/** A predicted number times a factor, plus a constant: what a Target does to it. */
record Rescaled(Part part, double factor, double constant) implements Part {

    /** The part itself when its model has no Targets. */
    static Part of(Markup model, Part part) {
        List<Markup> targets = model.children("Targets")
                .flatMap(element -> element.children("Target"))
                .toList();
        if (targets.isEmpty()) {
            return part;
        }
        Markup target = targets.get(0);
        List<String> names = Vocabulary.only(model, "MiningSchema")
                .children("MiningField")
                .filter(Slots::isTarget)
                .map(field -> field.attribute("name"))
                .toList();
        String field = target.attribute("field");
        if (targets.size() > 1 || !(names.isEmpty() ? field.isEmpty() : names.equals(List.of(field)))) {
            throw new NotPlain("Target");
        }
        return new Rescaled(
                part, Vocabulary.number(target, "rescaleFactor", 1), Vocabulary.number(target, "rescaleConstant", 0));
    }

    @Override
    public double value(double[] fields) {
        return part.value(fields) * factor + constant;
    }

    @Override
    public Stream<Edge> edges() {
        return part.edges();
    }
}
