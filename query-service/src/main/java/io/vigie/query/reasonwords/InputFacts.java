package io.vigie.query.reasonwords;

import java.util.Map;

/**
 * What is known of a model's inputs.
 *
 * @param usual by input: the mean of a number, the most frequent one of anything else, as far as they are known
 * @param units in which numbers are counted, in the words of whoever trained the model
 */
public record InputFacts(Map<String, Object> usual, Map<String, String> units) {

    /** Of a version that isn't here. */
    static final InputFacts NONE = new InputFacts(Map.of(), Map.of());

    /** Copies. */
    public InputFacts {
        usual = Map.copyOf(usual);
        units = Map.copyOf(units);
    }

    /** The same units, but another sample than the model learned from. */
    public InputFacts with(Map<String, Object> usualThere) {
        return new InputFacts(usualThere, units);
    }
}
