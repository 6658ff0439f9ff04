package io.vigie.pmml;

import io.vigie.pmml.check.DocumentCheck;
import io.vigie.pmml.check.Harmless;
import io.vigie.pmml.describe.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;

/** Where documents of other people come in. */
public final class Uploads {

    private Uploads() {}

    /**
     * Reads no more than the largest document that is allowed, then as {@link #accept(byte[], UploadRules)}.
     *
     * @throws IOException of the stream
     */
    public static AnyModel accept(InputStream stream, UploadRules rules) throws IOException {
        return accept(DocumentLimits.DEFAULT.read(stream), rules);
    }

    /**
     * A model from a document that nobody vouches for. Everything is checked before an evaluator is built; then the model is
     * verified with its own rows and asked for trial records.
     *
     * @throws ModelRefused with the element at fault, the reason, and what to do; caused by {@link Room.Missing} when there is
     *     no room for it in the heap
     */
    public static AnyModel accept(byte[] document, UploadRules rules) {
        Engine.warm();
        return Bounded.run(
                rules.budget(document.length), () -> Room.with(Room.of(document), () -> checked(document, rules)));
    }

    /**
     * Returns when the model explains its answers so quickly that this can be done with every score: within 50 ms of a
     * processor, the quickest of five tries.
     *
     * @throws ModelRefused when it doesn't
     */
    public static void mustExplainInTime(Model model) {
        Trials.prompt(model);
    }

    private static AnyModel checked(byte[] document, UploadRules rules) {
        DocumentCheck.Passed passed = new ModelCheck().document(document);
        rules.suppliable().ifPresent(names -> suppliable(passed.inputs(), names));
        Engine.Built built = Engine.build(document);
        String sha256 = Models.sha256(document);
        Schema schema = SchemaReader.read(built, passed);
        EvaluatedModel model = new EvaluatedModel(sha256, built.evaluator(), schema);
        Map<String, Object> answered = Trials.check(model, rules.trials());
        Set<String> required = Trials.required(model, answered);
        return new EvaluatedModel(sha256, built.evaluator(), with(schema, required));
    }

    private static void suppliable(Set<String> asked, Set<String> names) {
        for (String input : asked) {
            if (!names.contains(input)) {
                throw new ModelRefused(
                        "MiningField",
                        "the model asks for " + Harmless.name(input) + ", which isn't supplied",
                        "Train it without this input.");
            }
        }
    }

    private static Schema with(Schema schema, Set<String> required) {
        return new Schema(
                schema.modelType(),
                schema.function(),
                schema.modelName(),
                schema.pmmlVersion(),
                schema.producer(),
                schema.producerVersion(),
                schema.elements(),
                schema.inputs().stream()
                        .map(input -> input.required(required.contains(input.name())))
                        .toList(),
                schema.targets(),
                schema.outputs());
    }
}
