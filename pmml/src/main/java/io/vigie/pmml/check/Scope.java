package io.vigie.pmml.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names that can be seen from somewhere, each with how much it builds upon others; layers are shared, so that a scope for
 * each of many models costs nothing.
 */
record Scope(Map<String, Level> names, @Nullable Scope outer) {

    boolean has(String name) {
        return find(name) != null;
    }

    /** Of what the name means here; nothing when it isn't known. */
    Level level(String name) {
        Level found = find(name);
        return found == null ? Level.NONE : found;
    }

    private @Nullable Level find(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Level level = scope.names.get(name);
            if (level != null) {
                return level;
            }
        }
        return null;
    }
}
