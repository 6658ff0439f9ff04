package io.vigie.pmml.compiled;

import io.vigie.pmml.check.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the models of a document. */
final class Parts {

    private static final Set<String> WEIGHTED = Set.of("weightedAverage", "weightedSum", "weightedMajorityVote");

    private final Slots slots;
    private final Set<String> plainTargets;

    /**
     * Of a document.
     *
     * @param plainTargets fields that a predicted number goes into as it is
     */
    Parts(Slots slots, Set<String> plainTargets) {
        this.slots = slots;
        this.plainTargets = plainTargets;
    }

    /**
     * The document's own model.
     *
     * @param category whose probability is wanted; null when it predicts a number
     */
    Part model(Markup model, @Nullable String category) {
        if (model.is("MiningModel")
                && method(Vocabulary.only(model, "Segmentation")).equals("modelChain")) {
            return chain(model, category);
        }
        return part(model, category);
    }

    private Part part(Markup model, @Nullable String category) {
        if (!model.attribute("functionName").equals(category == null ? "regression" : "classification")
                || category == null && !plainTarget(model)) {
            throw new NotPlain("functionName");
        }
        return switch (model.name()) {
            case "RegressionModel" -> Regression.of(model, slots, category);
            case "TreeModel" -> tree(model, category);
            case "MiningModel" -> forest(model, category);
            default -> throw new NotPlain(model.name());
        };
    }

    /** The answer would be rounded to the type of another. */
    private boolean plainTarget(Markup model) {
        return Vocabulary.only(model, "MiningSchema")
                .children("MiningField")
                .filter(Slots::isTarget)
                .allMatch(field -> plainTargets.contains(field.attribute("name")));
    }

    private Part tree(Markup model, @Nullable String category) {
        Trees trees = new Trees(slots, category, false);
        trees.add(model);
        return trees.forest(null, 1);
    }

    private Part forest(Markup model, @Nullable String category) {
        Markup segmentation = Vocabulary.only(model, "Segmentation");
        String method = method(segmentation);
        Set<String> methods = category == null
                ? Set.of("average", "weightedAverage", "sum", "weightedSum")
                : Set.of("average", "weightedAverage", "majorityVote", "weightedMajorityVote");
        if (!methods.contains(method)
                || category != null && model.children("Targets").findAny().isPresent()) {
            throw new NotPlain("Segmentation " + method);
        }
        Trees trees = new Trees(slots, category, method.endsWith("ajorityVote"));
        List<Markup> segments = segmentation.children("Segment").toList();
        for (Markup segment : segments) {
            Markup tree = Vocabulary.only(always(segment), "TreeModel");
            part(tree, category, trees);
        }
        double[] weights = segments.stream()
                .mapToDouble(segment -> Vocabulary.number(segment, "weight", 1))
                .toArray();
        boolean weighted = WEIGHTED.contains(method);
        double all = 0;
        for (double weight : weights) {
            all += weighted ? weight : 1;
        }
        Part forest = trees.forest(weighted ? weights : null, method.endsWith("um") ? 1 : all);
        return category == null ? Rescaled.of(model, forest) : forest;
    }

    private void part(Markup tree, @Nullable String category, Trees trees) {
        if (!tree.attribute("functionName").equals(category == null ? "regression" : "classification")
                || category == null && !plainTarget(tree)) {
            throw new NotPlain("functionName");
        }
        trees.add(tree);
    }

    private Part chain(Markup model, @Nullable String category) {
        List<Markup> segments =
                Vocabulary.only(model, "Segmentation").children("Segment").toList();
        if (segments.size() < 2 || model.children("Targets").findAny().isPresent()) {
            throw new NotPlain("modelChain");
        }
        List<Part> parts = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (Markup segment : segments.subList(0, segments.size() - 1)) {
            Markup before = of(always(segment));
            parts.add(part(before, null));
            places.add(slots.add(output(before), false));
        }
        Part last = part(of(always(segments.get(segments.size() - 1))), category);
        return new Chain(
                parts.toArray(Part[]::new),
                places.stream().mapToInt(Integer::intValue).toArray(),
                last);
    }

    private static Markup of(Markup segment) {
        Markup last = segment.children().get(segment.children().size() - 1);
        if (last.children("LocalTransformations").findAny().isPresent()) {
            throw new NotPlain("LocalTransformations");
        }
        return last;
    }

    /** The name under which the only output of a model in a chain is read. */
    private static String output(Markup model) {
        Markup output = Vocabulary.only(Vocabulary.only(model, "Output"), "OutputField");
        if (!Set.of("", "predictedValue").contains(output.attribute("feature"))
                || !Set.of("", "double").contains(output.attribute("dataType"))
                || !output.children().isEmpty()) {
            throw new NotPlain("OutputField");
        }
        return output.attribute("name");
    }

    private static Markup always(Markup segment) {
        if (segment.children("True").count() != 1) {
            throw new NotPlain("Segment");
        }
        return segment;
    }

    private static String method(Markup segmentation) {
        return segmentation.attribute("multipleModelMethod");
    }
}
