package io.vigie.pmml;

import io.vigie.pmml.check.Harmless;
import java.util.Map;
import org.jpmml.evaluator.Evaluator;
import org.jpmml.evaluator.InputField;
import org.jpmml.model.PMMLException;
import org.jspecify.annotations.Nullable;

/** Tells why a model has no answer, without the values that it was given. */
final class Faults {

    private Faults() {}

    /** Names the field at fault where there is one; the evaluator's own message has the value in it. */
    static String told(Throwable fault, Evaluator evaluator, Map<String, ? extends @Nullable Object> values) {
        if (fault instanceof PMMLException) {
            for (InputField input : evaluator.getInputFields()) {
                Object value = values.get(input.getName());
                try {
                    input.prepare(value);
                } catch (PMMLException | IllegalArgumentException notTaken) {
                    return Harmless.name(input.getName())
                            + (value == null ? " is missing." : " has a value that the model doesn't take.");
                }
            }
        }
        return failed(fault);
    }

    static String failed(Throwable fault) {
        return "The model failed with " + Engine.kind(fault) + ".";
    }
}
