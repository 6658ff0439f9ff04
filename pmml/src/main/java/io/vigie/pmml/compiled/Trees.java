package io.vigie.pmml.compiled;

import io.vigie.pmml.check.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads TreeModels into tests and leaves. */
final class Trees {

    private static final int MOST_CHILDREN = 64;

    private final Tests tests;
    private final @Nullable String category;
    private final boolean votes;
    private final List<Double> leaves = new ArrayList<>();
    private final List<Integer> roots = new ArrayList<>();

    /**
     * Of trees over the same fields.
     *
     * @param category what a leaf says something of; null when it has a number
     * @param votes whether a leaf votes for or against the category, or else has its probability
     */
    Trees(Slots slots, @Nullable String category, boolean votes) {
        this.tests = new Tests(slots);
        this.category = category;
        this.votes = votes;
        leaves.add(Double.NaN);
    }

    /** Adds a tree. */
    void add(Markup model) {
        if (model.children("Targets").findAny().isPresent()
                || model.children("LocalTransformations").findAny().isPresent()) {
            throw new NotPlain("TreeModel");
        }
        boolean last = model.attribute("noTrueChildStrategy").equals("returnLastPrediction");
        Markup root = Vocabulary.only(model, "Node");
        roots.add(tests.of(predicate(root), () -> node(root, last), Trees::nowhere));
    }

    /** The leaf without an answer. */
    private static int nowhere() {
        return ~0;
    }

    private static Markup predicate(Markup node) {
        if (node.children().isEmpty()) {
            throw new NotPlain("Node without a predicate");
        }
        return node.children().get(0);
    }

    private int node(Markup node, boolean last) {
        List<Markup> children = node.children("Node").toList();
        if (children.size() > MOST_CHILDREN) {
            throw new NotPlain("Node with many children");
        }
        return children.isEmpty() ? leaf(node) : choice(node, children, last);
    }

    /** The first child whose predicate holds. */
    private int choice(Markup node, List<Markup> children, boolean last) {
        if (children.isEmpty()) {
            return last && !node.attribute("score").isEmpty() ? leaf(node) : nowhere();
        }
        Markup first = children.get(0);
        List<Markup> others = children.subList(1, children.size());
        boolean two = !others.isEmpty() && Tests.contrary(predicate(first), predicate(others.get(0)));
        return tests.of(
                predicate(first),
                () -> node(first, last),
                () -> two ? node(others.get(0), last) : choice(node, others, last));
    }

    private int leaf(Markup node) {
        leaves.add(said(node));
        return ~(leaves.size() - 1);
    }

    private double said(Markup node) {
        String score = node.attribute("score");
        if (category == null) {
            return Vocabulary.number(node, "score", Double.NaN);
        }
        if (score.isEmpty()) {
            throw new NotPlain("Node without a score");
        }
        if (votes) {
            return isOf(score, category) ? 1 : 0;
        }
        return probability(node.children("ScoreDistribution").toList(), category);
    }

    /** Whether a text stands for the category; the evaluator takes texts for values of the target's type. */
    private static boolean isOf(String text, String category) {
        if (!text.equals(category) && (text.strip().equalsIgnoreCase(category.strip()) || alike(text, category))) {
            throw new NotPlain("a category in two ways of writing");
        }
        return text.equals(category);
    }

    private static boolean alike(String text, String category) {
        try {
            return Double.parseDouble(text) == Double.parseDouble(category);
        } catch (NumberFormatException word) {
            return false;
        }
    }

    private static double probability(List<Markup> distribution, String category) {
        if (distribution.isEmpty()) {
            throw new NotPlain("Node without probabilities");
        }
        String part = distribution.get(0).attribute("probability").isEmpty() ? "recordCount" : "probability";
        double sum = 0;
        Optional<Double> own = Optional.empty();
        for (Markup entry : distribution) {
            double value = Vocabulary.number(entry, part, Double.NaN);
            if (!(value >= 0) || part.equals("probability") && value > 1) {
                throw new NotPlain("ScoreDistribution");
            }
            sum += value;
            if (isOf(entry.attribute("value"), category)) {
                own = Optional.of(value);
            }
        }
        return own.orElse(0.0) / sum;
    }

    /**
     * What was added.
     *
     * @param weights of the trees; null when all count the same
     * @param divisor of the sum
     */
    Forest forest(double @Nullable [] weights, double divisor) {
        List<Tests.Test> all = tests.all();
        return new Forest(
                all.stream().mapToInt(Tests.Test::slot).toArray(),
                all.stream().mapToDouble(Tests.Test::most).toArray(),
                all.stream().mapToInt(Tests.Test::yes).toArray(),
                all.stream().mapToInt(Tests.Test::no).toArray(),
                leaves.stream().mapToDouble(Double::doubleValue).toArray(),
                roots.stream().mapToInt(Integer::intValue).toArray(),
                weights,
                divisor);
    }
}
