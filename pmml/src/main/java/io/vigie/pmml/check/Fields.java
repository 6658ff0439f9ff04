package io.vigie.pmml.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * That every field that is used is defined where it is used, and that no derived field leads back to itself.
 *
 * <p>What a model sees (PMML 4.4, "Scope of fields"): the fields of its own MiningSchema, its own derived fields and those
 * of the document; in its Output the other outputs, too. A MiningSchema takes from the DataDictionary and, in a segment, from
 * the derived fields of the models around it and the outputs of the segments before it in a chain.
 */
final class Fields {

    private static final String DEFINE = "Define it in the DataDictionary and list it in the MiningSchema.";
    private static final String ONCE = "Give each field a name of its own.";

    private final Map<String, Level> data = new HashMap<>();
    private final Map<String, Level> derived = new HashMap<>();
    private final Map<String, Level> functions;

    private Fields(Map<String, Level> functions) {
        this.functions = functions;
    }

    static void check(Markup root, Markup model) {
        Fields fields = new Fields(Uses.functions(Functions.calls(root)));
        root.children("DataDictionary")
                .flatMap(dictionary -> dictionary.children("DataField"))
                .forEach(field -> define("DataField", field.attribute("name"), fields.data));
        root.children("TransformationDictionary").forEach(fields::global);
        fields.model(model, new Scope(fields.data, new Scope(fields.derived, null)));
    }

    private static void define(String kind, String name, Map<String, Level> names) {
        if (!Harmless.usable(name)) {
            throw new Refusal(
                    kind,
                    "a name is empty, longer than " + Harmless.LONGEST + " characters, or has control characters",
                    "Rename the field.");
        }
        if (names.putIfAbsent(name, Level.NONE) != null) {
            throw new Refusal(kind, "the name is defined twice" + told(name), ONCE);
        }
    }

    private static void unlike(String name, Map<String, Level> others) {
        if (others.containsKey(name)) {
            throw new Refusal("DerivedField", "the name is already that of another field" + told(name), ONCE);
        }
    }

    private static void parameter(Markup element, Map<String, Level> parameters) {
        String used = References.of(element);
        if (!used.isEmpty() && !parameters.containsKey(used)) {
            throw new Refusal(
                    element.name(),
                    "a function sees nothing but its parameters" + told(used),
                    "Give it as a parameter.");
        }
    }

    private static String told(String name) {
        return " (" + Harmless.name(name) + ")";
    }

    private void global(Markup dictionary) {
        dictionary.children("DerivedField").forEach(field -> {
            define("DerivedField", field.attribute("name"), derived);
            unlike(field.attribute("name"), data);
        });
        Scope scope = new Scope(data, new Scope(derived, null));
        for (Markup child : dictionary.children()) {
            if (child.is("DerivedField")) {
                child.walk(element -> seen(element, scope));
            } else if (child.is("DefineFunction")) {
                Map<String, Level> parameters = new HashMap<>();
                child.children("ParameterField")
                        .forEach(field -> define("ParameterField", field.attribute("name"), parameters));
                child.walk(element -> parameter(element, parameters));
            }
        }
        levels(dictionary, Map.of(), derived, scope);
    }

    /** That none of these derived fields leads back to itself, and how much each builds upon others, here and around. */
    private void levels(Markup definitions, Map<String, Level> inputs, Map<String, Level> own, Scope around) {
        Map<String, Markup> fields = new HashMap<>();
        Map<String, List<Uses.Use>> graph = new HashMap<>();
        definitions
                .children("DerivedField")
                .filter(field -> !inputs.containsKey(field.attribute("name")))
                .forEach(field -> {
                    fields.put(field.attribute("name"), field);
                    graph.put(field.attribute("name"), Uses.fields(field));
                });
        for (String name : Uses.ordered("DerivedField", graph)) {
            Level level = Level.NONE.upon(Level.NONE, 0);
            for (Uses.Use use : graph.getOrDefault(name, List.of())) {
                level = level.upon(around.level(use.name()), use.depth());
            }
            for (Uses.Use call : Uses.calls(Objects.requireNonNull(fields.get(name)))) {
                level = level.calling(functions.getOrDefault(call.name(), Level.NONE), call.depth());
            }
            own.put(name, level.checked("DerivedField"));
        }
        // An input of the same name comes first, so such a field is never computed.
        inputs.forEach((name, level) -> own.computeIfPresent(name, (same, none) -> level));
    }

    private void seen(Markup element, Scope scope) {
        String used = References.of(element);
        if (!used.isEmpty() && !scope.has(used)) {
            boolean elsewhere = data.containsKey(used) || derived.containsKey(used);
            throw new Refusal(
                    element.name(),
                    (elsewhere ? "the field is not in the MiningSchema of its model" : "the field is not defined")
                            + told(used),
                    DEFINE);
        }
    }

    /**
     * Checks a model and those in its segments.
     *
     * @param offered what its MiningSchema may take
     */
    private void model(Markup model, Scope offered) {
        Map<String, Level> schema = new HashMap<>();
        model.children("MiningSchema")
                .flatMap(mining -> mining.children("MiningField"))
                .forEach(field -> {
                    String name = field.attribute("name");
                    define("MiningField", name, schema);
                    if (!offered.has(name)) {
                        throw new Refusal("MiningField", "the field is not defined" + told(name), DEFINE);
                    }
                    schema.put(name, offered.level(name));
                });
        Map<String, Level> local = new HashMap<>();
        Map<String, Level> chain = new HashMap<>();
        Scope inside = new Scope(schema, new Scope(local, new Scope(derived, new Scope(chain, null))));
        model.children("LocalTransformations").forEach(transformations -> {
            transformations.children("DerivedField").forEach(field -> {
                String name = field.attribute("name");
                define("DerivedField", name, local);
                unlike(name, derived);
                unlike(name, data);
            });
            levels(transformations, schema, local, inside);
        });
        Map<String, Level> outputs = new HashMap<>();
        model.children("Output")
                .flatMap(output -> output.children("OutputField"))
                .forEach(field -> define("OutputField", field.attribute("name"), outputs));
        for (Markup child : model.children()) {
            part(child, inside, new Segments(chain, new Scope(local, new Scope(chain, offered))));
        }
        // The outputs of segments can be read by those of the model, which stand before them.
        Scope after = new Scope(outputs, inside);
        model.children("Output")
                .forEach(output -> output.walk(element -> {
                    seen(element, after);
                    predicted(element, after);
                }));
    }

    /** What the segments of a model may take, and where they leave their outputs. */
    private record Segments(Map<String, Level> chain, Scope offered) {}

    private void part(Markup element, Scope inside, Segments segments) {
        switch (element.name()) {
            case "Output", "ModelVerification", "row" -> {}
            case "Segmentation" -> {
                boolean chained = element.attribute("multipleModelMethod").endsWith("odelChain");
                element.children("Segment").forEach(segment -> segment(segment, chained, inside, segments));
            }
            // What an output neuron refers to is the target, which not every exporter lists.
            case "NeuralOutput" -> element.walk(below -> seen(below, new Scope(data, inside)));
            default -> {
                seen(element, inside);
                predicted(element, inside);
                for (Markup child : element.children()) {
                    part(child, inside, segments);
                }
            }
        }
    }

    private void segment(Markup segment, boolean chained, Scope inside, Segments segments) {
        @Nullable Markup model = null;
        for (Markup child : segment.children()) {
            if (Header.isModel(child)) {
                model = child;
                model(child, segments.offered());
            } else {
                part(child, inside, segments);
            }
        }
        if (model != null && chained) {
            model.children("Output")
                    .flatMap(output -> output.children("OutputField"))
                    .forEach(field -> segments.chain().put(field.attribute("name"), Level.NONE));
        }
    }

    private void predicted(Markup element, Scope scope) {
        String target = References.predicted(element);
        if (!target.isEmpty() && !data.containsKey(target) && !scope.has(target)) {
            throw new Refusal(element.name(), "the target is not defined" + told(target), DEFINE);
        }
    }
}
