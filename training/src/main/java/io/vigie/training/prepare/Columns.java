package io.vigie.training.prepare;

import java.util.Set;

/**
 * What somebody said about columns.
 *
 * @param drop to be left out, whatever is in them
 * @param keep to be learnt from, though they look as if they identified somebody
 */
public record Columns(Set<String> drop, Set<String> keep) {

    /** Nothing was said. */
    public static final Columns AS_THEY_LOOK = new Columns(Set.of(), Set.of());
}
