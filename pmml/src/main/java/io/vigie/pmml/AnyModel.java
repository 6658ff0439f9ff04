package io.vigie.pmml;

import io.vigie.pmml.describe.Schema;
import java.util.List;
import java.util.Map;

/** A model of any kind that passed the checks, ready to be asked from many threads at once. */
public interface AnyModel {

    /** SHA-256 of the model document, hexadecimal, lower case. */
    String sha256();

    /** Name and version of the evaluator. */
    String engine();

    /** What it asks for and answers. */
    Schema schema();

    /**
     * Its answer to a record. What is missing is treated by the model's own rules.
     *
     * @param record by name of the input: numbers, booleans, texts. A text is read as the type of its field; an empty one,
     *     null and what is absent are missing. Numbers that aren't finite are refused. Surplus names are ignored.
     */
    Answer evaluate(Map<String, ?> record);

    /** Names of the outputs that are numbers and can be explained, the usual one first; empty for a model without any. */
    List<String> explainable();

    /** Whether that output is what {@link Models#uploaded} would take for the risk, if it takes any. */
    boolean isRisk(String output);

    /**
     * A numeric output with its reasons: Shapley values of the inputs.
     *
     * @param record as for {@link #evaluate}
     */
    Reasons explain(Map<String, ?> record, Explaining how);
}
