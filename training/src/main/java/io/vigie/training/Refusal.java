package io.vigie.training;

import org.jspecify.annotations.Nullable;

/** Why there can be no training: one sentence for the person at the terminal, with the remedy. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A refusal of what was asked for. */
    public Refusal(String sentence) {
        this(sentence, null);
    }

    public Refusal(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
