package io.vigie.pmml.check;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names that can be seen from somewhere; layers are shared, so that a scope for each of many models costs nothing. */
record Scope(Set<String> names, @Nullable Scope outer) {

    boolean has(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.names.contains(name)) {
                return true;
            }
        }
        return false;
    }
}
