package io.vigie.training.prepare;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What somebody said about columns.
 *
 * @param drop to be left out, whatever is in them
 * @param keep to be learnt from, though they look as if they identified somebody
 * @param units of numbers, by column, for people
 */
public record Columns(Set<String> drop, Set<String> keep, Map<String, String> units) {

    /** Nothing was said. */
    public static final Columns AS_THEY_LOOK = new Columns(Set.of(), Set.of(), Map.of());

    /** All that were named. */
    Stream<String> named() {
        return Stream.of(drop, keep, units.keySet()).flatMap(Set::stream);
    }
}
