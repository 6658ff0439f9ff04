package io.vigie.pmml.compiled;

import io.vigie.pmml.check.Markup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A model in arrays. Nothing vouches for the translation: whoever uses it compares it with the evaluator first. */
public final class CompiledModel implements Predictor {

    private static final Set<String> MODELS = Set.of("RegressionModel", "TreeModel", "MiningModel");

    private final Gate[] gates;
    private final Slots slots;
    private final Part model;

    private CompiledModel(List<Gate> gates, Slots slots, Part model) {
        this.gates = gates.toArray(Gate[]::new);
        this.slots = slots;
        this.model = model;
    }

    /**
     * Empty when the document has anything that isn't plain.
     *
     * @param root of a document that passed all checks
     * @param inputs all of the model, in the order in which values will be given
     * @param category whose probability is wanted; null when it is the predicted number
     */
    public static Optional<CompiledModel> of(Markup root, List<String> inputs, @Nullable String category) {
        try {
            return Optional.of(compiled(root, inputs, category));
        } catch (NotPlain | StackOverflowError notTranslated) {
            return Optional.empty();
        }
    }

    private static CompiledModel compiled(Markup root, List<String> inputs, @Nullable String category) {
        Vocabulary.check(root);
        Markup model = root.children().stream()
                .filter(child -> MODELS.contains(child.name()))
                .findFirst()
                .orElseThrow(() -> new NotPlain("model"));
        Outputs.check(root, model);
        Map<String, Markup> fields = new HashMap<>();
        Vocabulary.only(root, "DataDictionary")
                .children("DataField")
                .forEach(field -> fields.put(field.attribute("name"), field));
        List<Gate> gates = new ArrayList<>();
        for (String input : inputs) {
            Markup field = fields.get(input);
            if (field == null) {
                throw new NotPlain("DataField");
            }
            gates.add(Gate.of(field));
        }
        Set<String> plainTargets = fields.values().stream()
                .filter(field -> field.attribute("dataType").equals("double"))
                .filter(field -> field.attribute("optype").equals("continuous"))
                .map(field -> field.attribute("name"))
                .collect(Collectors.toSet());
        Slots slots = new Slots(inputs, gates, root, model);
        return new CompiledModel(gates, slots, new Parts(slots, plainTargets).model(model, category));
    }

    /** Where its answer jumps with an input. */
    public List<Edge> edges() {
        return model.edges()
                .map(edge -> new Edge(slots.input(edge.input(), gates.length), edge.most()))
                .filter(edge -> edge.input() >= 0)
                .toList();
    }

    @Override
    public double of(double[] inputs) {
        double[] fields = new double[slots.size()];
        for (int input = 0; input < gates.length; input++) {
            double value = gates[input].pass(inputs[input]);
            if (Double.isNaN(value)) {
                return Double.NaN;
            }
            fields[input] = value;
        }
        for (Slots.Cast cast : slots.casts()) {
            fields[cast.to()] = cast.single() ? Gate.single(fields[cast.from()]) : fields[cast.from()];
            if (Double.isNaN(fields[cast.to()])) {
                return Double.NaN;
            }
        }
        double value = model.value(fields);
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
