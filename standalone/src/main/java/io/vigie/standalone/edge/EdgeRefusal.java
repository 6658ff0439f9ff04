package io.vigie.standalone.edge;

import org.jspecify.annotations.Nullable;

/** Why the edge doesn't start, in a sentence that says what to do. */
final class EdgeRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    EdgeRefusal(String sentence, @Nullable Exception cause) {
        super(sentence, cause);
    }
}
